import type { CycleGap, HalfTermTheme, HalfTermView } from '$lib/backend';
import { wordsFor, wordsWithin } from '$lib/choices';
import { plural } from '$lib/wording';
import { listAddress } from '../voices/filters';

/** "No event yet", "3 voices not taken to the board". */
export function gapWords({ gap, voices }: CycleGap): string {
	return gap === 'not_taken' ? `${plural(voices, 'voice')} not taken to the board` : wordsFor('Gap', gap);
}

/** The same inside a sentence: "no event yet", "3 voices not taken to the board". */
export function gapWithin(of: CycleGap): string {
	return of.gap === 'not_taken' ? gapWords(of) : wordsWithin('Gap', of.gap);
}

/** The voices of one theme that were heard in a half-term, as the list of voices shows them. */
export function voicesAddress(theme: string, halfTerm: string, became: string | null = null): string {
	return listAddress({ became, since: null, theme, halfTerm, sensitive: false });
}

/** The one next step that closes a gap. */
export function gapStep({ gap, event_id, voices }: CycleGap, theme: Pick<HalfTermTheme, 'id'>, view: Pick<HalfTermView, 'next_meeting' | 'id' | 'is_now'>): { words: string; href: string } {
	switch (gap) {
		case 'no_champion':
			return { words: 'Assign a Link Champion', href: `/board/themes/${theme.id}?assign=1` };
		case 'no_event_yet':
			return { words: 'Plan an event', href: `/voices/log?theme=${theme.id}` };
		case 'no_event':
			return { words: 'Log one that was held', href: `/voices/log?theme=${theme.id}` };
		case 'not_logged':
			return { words: 'Log it', href: `/events/${event_id}` };
		case 'no_voices':
			return { words: 'Write down what they said', href: `/events/${event_id}` };
		case 'not_taken':
			return view.next_meeting
				? { words: voices === 1 ? 'Put it on the next agenda' : 'Put them on the next agenda', href: `/meetings/${view.next_meeting.id}/agenda?propose=1` }
				: { words: voices === 1 ? 'See it' : 'See them', href: voicesAddress(theme.id, view.id, 'waiting') };
	}
}
