import type { ActionState } from '$lib/backend';
import type { Tone } from '$lib/components';

/** The words and the colour of an action's state, the overdue ones apart. */
export function stateOf(state: ActionState, overdue: boolean): { words: string; tone: Tone } {
	if (overdue) return { words: 'Overdue', tone: 'coral' };
	const states: Record<ActionState, { words: string; tone: Tone }> = {
		open: { words: 'Open', tone: 'sun' },
		done: { words: 'Done, not closed', tone: 'teal' },
		closed: { words: 'Closed', tone: 'leaf' },
		withdrawn: { words: 'Withdrawn', tone: 'neutral' }
	};
	return states[state];
}
