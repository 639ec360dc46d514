import type { Opens, RecordState, StepState, TrailKind, TrailRecord } from '$lib/backend';
import type { Tone } from '$lib/components';
import { wordsFor } from '$lib/choices';

/** The kinds of records that a trail is made of: when one changes, it is walked again. */
export const kinds = [
	'voice', 'answer', 'event', 'theme', 'agenda_item', 'meeting', 'minute', 'decision', 'action', 'promise', 'commitment', 'measure', 'check', 'printed_document', 'board', 'group', 'agenda_request'
];

export const stepTones = { you_said: 'plum', we_will: 'teal', how_will_we_know: 'sun', we_did: 'leaf', we_told_you: 'ink' } as const;
export const stateTones: Record<StepState, Tone> = { whole: 'leaf', under_way: 'sun', missing: 'coral', not_needed: 'neutral' };

/** What is said of a record beside its date; what stands needs no word. */
export const recordTones: Record<RecordState, Tone | null> = { stands: null, open: 'sun', late: 'coral', done: null };

/** The page on which a record is looked at. */
export function address(opens: Opens): string {
	switch (opens.page) {
		case 'voice':
			return `/voices/${opens.id}`;
		case 'promise':
			return `/promises/${opens.id}`;
		case 'action':
			return `/actions/${opens.id}`;
		case 'agenda':
			return `/meetings/${opens.meeting}/agenda`;
		case 'minutes':
			return `/meetings/${opens.meeting}/minutes#item-${opens.item}`;
		case 'group':
			return `/board/groups/${opens.id}`;
		case 'printed':
			return `/voices?printed=${opens.id}`;
	}
}

const withheld: Partial<Record<TrailKind, string>> = {
	voice: 'A voice that is not to be shared',
	request: 'A request that is not to be shared',
	answer: 'Its answer stands with the voice',
	told: 'What they were told stands with the voice'
};

/** What a record says, or what stands in its place. */
export function said(record: TrailRecord): string {
	if (record.guarded) return withheld[record.kind] ?? 'Not shown here';
	return record.words || wordsFor('TrailKind', record.kind);
}
