import type { Purpose } from '$lib/backend';
import type { Tone } from '$lib/components';

/** The colour beside each purpose's words. */
export const purposeTones: Record<Purpose, Tone> = {
	listen: 'plum',
	lead: 'teal',
	check: 'sun',
	decide: 'leaf',
	note: 'neutral',
	business: 'neutral'
};
