import type { Audience, ReportLine, ReportRequest } from '$lib/backend';

/** What is chosen on the screen; it stands in the address, so that Back and links work. */
export interface Chosen {
	/** A document's name in the program; another name means the first of them. */
	document: string;
	meeting: string | null;
	audience: Audience | null;
	event: string | null;
	theme: string | null;
	/** Whose reminders. */
	person: string | null;
	since: string | null;
	/** The strategy period of a set of promises. */
	period: string | null;
	/** The item for which a report's cover is. */
	item: string | null;
	/** Which self-assessment. */
	assessment: string | null;
	/** A span of days. */
	from: string | null;
	to: string | null;
	/** The year in which a reporting year or an academic year begins. */
	year: string | null;
	/** Of a report that children are given in parts. */
	part: string | null;
}

const audiences: readonly Audience[] = ['public', 'members', 'chair', 'children'];

/** For whom, in the order of the program, with what that means. */
export const audienceChoices: readonly { value: Audience; label: string; hint: string }[] = [
	{ value: 'public', label: 'The public', hint: 'Nothing that is exempt, restricted or confidential.' },
	{ value: 'members', label: 'Members', hint: 'Councillors, and those named for the meeting. Everybody else gets the public copy.' },
	{ value: 'chair', label: 'The chair', hint: 'And democratic services: with internal notes.' },
	{ value: 'children', label: 'Children', hint: 'Plain words only.' }
];

export function readChosen(parameters: URLSearchParams): Chosen {
	const of = (name: string): string | null => parameters.get(name) || null;
	return {
		document: of('document') ?? 'agenda',
		meeting: of('meeting'),
		audience: audiences.find((audience) => audience === of('audience')) ?? null,
		event: of('event'),
		theme: of('theme'),
		person: of('person'),
		since: of('since'),
		period: of('period'),
		item: of('item'),
		assessment: of('assessment'),
		from: of('from'),
		to: of('to'),
		year: of('year'),
		part: of('part')
	};
}

export function address(chosen: Chosen): string {
	const parts = Object.entries(chosen).filter(([, value]) => value);
	return `/reports?${new URLSearchParams(parts as [string, string][])}`;
}

/** The document that is chosen, asked for what it can be about; what it cannot be about is left out. */
export function request(chosen: Chosen, line: Pick<ReportLine, 'document' | 'subject' | 'answers'>): ReportRequest {
	const { audience, meeting, event, theme, person, since, period, item, assessment, from, to, year, part } = chosen;
	const ofMeeting = line.subject === 'meeting' || line.subject === 'held_meeting';
	const sheet = line.subject === 'event';
	return {
		document: line.document,
		audience,
		meeting_id: ofMeeting ? meeting : null,
		meeting_on: null,
		event_id: sheet ? event : null,
		theme_id: sheet && !event ? theme : null,
		person_id: line.subject === 'link_champion' ? person : null,
		person_named: null,
		answered_since: line.answers ? since : null,
		period_id: line.subject === 'strategy' ? period : null,
		period_named: null,
		agenda_item_id: line.subject === 'item' ? item : null,
		item_number: null,
		assessment_id: line.subject === 'assessment' ? assessment : null,
		from: line.subject === 'span' ? from : null,
		to: line.subject === 'span' ? to : null,
		year: (line.subject === 'year' || line.subject === 'academic_year') && year ? Number(year) : null,
		part: part ? Number(part) : null,
		format: null,
		work: null
	};
}

export function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
