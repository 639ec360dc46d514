import type { Came } from '$lib/backend';

// Fields of choices hold what their controls give: a text, or null.
export interface EventValues {
	title: string;
	theme_id: string | null;
	half_term_id: string | null;
	date: string | null;
	place: string;
	kind: string | null;
	person_id: string | null;
	held: boolean;
	came: Came[];
	came_total: number | null;
	what_happened: string;
	take_to_board: string;
}

export interface VoiceValues {
	words: string;
	is_quote: boolean;
	heard_on: string | null;
	event_id: string | null;
	source: string;
	theme_id: string | null;
	cohort_id: string | null;
	age_band: string | null;
	share: string | null;
	sensitive: boolean;
}

export interface ClaimValues {
	event_id: string | null;
	claim: string;
	stands_in: string;
	promise_id: string | null;
	agenda_item_id: string | null;
	verdict: string | null;
	seen: string;
}

export interface Stored {
	id: string;
	version: number;
}
