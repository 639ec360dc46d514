import type { Purpose } from '$lib/backend';
import type { Tone } from '$lib/components';

/** The colour of each purpose; its word always stands beside it. */
export const purposeTones: Record<Purpose, Tone> = {
	listen: 'plum',
	lead: 'teal',
	check: 'sun',
	decide: 'leaf',
	note: 'neutral',
	business: 'neutral'
};

/** "first", "second" … for the place at which children speak. */
export function ordinal(place: number): string {
	return ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'][place - 1] ?? `at place ${place}`;
}
