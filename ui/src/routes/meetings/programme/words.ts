import type { DealtBy, TopicLine, TopicState } from '$lib/backend';
import type { Tone } from '$lib/components';

/** Colours help; the words beside them say the same. */
export const dealtTones: Record<DealtBy, Tone> = { board: 'teal', scrutiny: 'plum', both: 'sun' };
export const stateTones: Record<TopicState, Tone> = { planned: 'neutral', on_agenda: 'sun', done: 'leaf', dropped: 'coral' };

export const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Topics that stand in a half-term, or in none; dropped ones stand nowhere. */
export function placed(topics: readonly TopicLine[], halfTerm: string | null): TopicLine[] {
	return topics.filter((line) => line.state !== 'dropped' && line.topic.half_term_id === halfTerm);
}
