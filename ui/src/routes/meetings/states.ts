import type { MeetingState } from '$lib/backend';
import type { Tone } from '$lib/components';

/** The colour of each state of a meeting; its words always stand beside it. */
export const stateTones: Record<MeetingState, Tone> = {
	planned: 'neutral',
	agenda_drafted: 'sun',
	agenda_published: 'teal',
	held: 'plum',
	minutes_drafted: 'plum',
	minutes_approved: 'leaf'
};
