import { notices } from '$lib/notices.svelte';
import { call, Refused, type CommandName, type RequestOf, type ResponseOf } from './call';
import { changes } from './changes.svelte';
import type { Written as AnyWritten } from './generated/types';

type Written = AnyWritten<unknown>;

export type WriteName = {
	[N in CommandName]: ResponseOf<N> extends Written ? N : never;
}[CommandName];
export type ResultOf<N extends WriteName> = ResponseOf<N> extends { result: infer R } ? R : never;

/** When this window last saved something (milliseconds since 1970), and what could be undone. */
class Saved {
	at: number | undefined = $state();
	saving = $state(0);
	/** The last entry that may be undone by Ctrl/⌘ Z. */
	entry: string | null = $state(null);
}

export const saved = new Saved();

export interface SaveOptions {
	/** What the toast says: "Event logged". */
	said?: string;
	/** No toast: for what is saved as it is typed. */
	quiet?: boolean;
}

/** Makes a change. Throws `Refused`, and then nothing was changed. */
export async function save<N extends WriteName>(
	name: N,
	request: RequestOf<N>,
	{ said = 'Saved', quiet = false }: SaveOptions = {}
): Promise<ResultOf<N>> {
	saved.saving++;
	try {
		const written = (await call(name, request)) as Written;
		saved.at = Date.now();
		// What cannot be undone (publishing, approving) leaves nothing for Ctrl Z to undo by surprise.
		const entry = written.can_undo ? written.entry : null;
		saved.entry = entry;
		changes.happened(written.changed);
		if (!quiet) {
			notices.say(said, entry ? { words: 'Undo', act: () => void undo(entry) } : undefined);
		}
		return written.result as ResultOf<N>;
	} finally {
		saved.saving--;
	}
}

const turns = {
	Undo: { said: 'Undone', next: 'Redo' },
	Redo: { said: 'Done again', next: 'Undo' }
} as const;

/** Undoes one change by its entry; says so and offers the way back, or says why not. */
async function undo(entry: string, turn: keyof typeof turns = 'Undo'): Promise<void> {
	await attempt(async () => {
		const written = (await call('history.undo', { entry })) as Written;
		saved.at = Date.now();
		if (saved.entry === entry) saved.entry = null;
		changes.happened(written.changed);
		const { said, next } = turns[turn];
		const back = written.can_undo ? written.entry : null;
		notices.say(said, back ? { words: next, act: () => void undo(back, next) } : undefined);
	});
}

/** Undoes the last change of this window, if it can be; answers whether there was one. */
export function undoLast(): boolean {
	if (!saved.entry) return false;
	void undo(saved.entry);
	return true;
}

/** Does something that may be refused, and shows the refusal as a toast. Undefined if refused. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
	try {
		return await work();
	} catch (thrown) {
		notices.warn(Refused.from(thrown).message);
		return undefined;
	}
}
