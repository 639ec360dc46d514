import type { Aim, Way } from '$lib/backend';
import type { Tone } from '$lib/components';

/** The colour of how a number stands to its target; the words always stand in it. */
export const aimTones: Record<Aim, Tone> = { met: 'leaf', on_the_way: 'sun', no_nearer: 'coral', not_yet: 'neutral' };

/** The colour of a line, by which way the number went. */
export function lineTone(way: Way | null): 'leaf' | 'coral' | 'teal' {
	if (way === 'worse') return 'coral';
	return way === 'better' ? 'leaf' : 'teal';
}
