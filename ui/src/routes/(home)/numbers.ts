import type { LoopNumbers } from '$lib/backend';
import type { LoopNumber } from '$lib/components';
import { daysBetween, plural, shortDate, waited } from '$lib/wording';

/** Before every answer, for a list that only wants to know that there is one. */
const first = '2000-01-01';

/** The five numbers in words, each with the list that it counts. */
export function loopNumbers(numbers: LoopNumbers, today: string): LoopNumber[] {
	const { since } = numbers;
	const lately = since ? `since ${shortDate(since)}` : 'so far';
	const longest = numbers.waiting_since ? waited(daysBetween(numbers.waiting_since, today)) : '';
	return [
		{
			heading: 'You said',
			tone: 'plum',
			figure: String(numbers.heard),
			label: `${numbers.heard === 1 ? 'voice' : 'voices'} heard ${lately}`,
			href: since ? `/voices?since=${since}` : '/voices'
		},
		{
			heading: 'We will',
			tone: 'teal',
			figure: String(numbers.answered),
			label: `answered ${lately}`,
			href: `/voices?answered=${since ?? first}`,
			debt: numbers.waiting > 0 ? `${numbers.waiting} still waiting, the longest ${longest === 'today' ? 'since today' : longest}` : undefined,
			debtHref: '/voices?waiting=1',
			detail: numbers.waiting === 0 ? 'nobody is waiting' : numbers.late > 0 ? `${numbers.late} longer than we promise` : 'none longer than we promise',
			detailHref: numbers.late > 0 ? '/voices?became=late' : undefined
		},
		{
			heading: 'How will we know?',
			tone: 'sun',
			figure: `${numbers.measured} of ${numbers.promises}`,
			label: numbers.promises === 1 ? 'promise has a measure' : 'promises have a measure',
			href: '/promises?current=1'
		},
		{
			heading: 'We did',
			tone: 'leaf',
			figure: String(numbers.done),
			label: `${numbers.done === 1 ? 'action' : 'actions'} the board closed ${lately}`,
			href: since ? `/actions?show=closed&since=${since}` : '/actions?show=closed',
			detail: numbers.overdue > 0 ? `${numbers.overdue} overdue` : 'none overdue',
			detailHref: '/actions?overdue=1'
		},
		{
			heading: 'We told you',
			tone: 'ink',
			figure: String(numbers.told),
			label: `${numbers.told === 1 ? 'voice' : 'voices'} heard back ${lately}`,
			href: `/voices?told=${since ?? first}`,
			detail: numbers.untold > 0 ? `${plural(numbers.untold, 'voice')} answered, not told yet` : undefined,
			detailHref: '/voices?became=answered'
		}
	];
}
