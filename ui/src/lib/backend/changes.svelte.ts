import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

/** Counts how often each kind of thing ("voice", "meeting") changed, so that screens reload just those. */
class Changes {
	#counts = new SvelteMap<string, number>();

	/** How often this kind changed. Reading it in an effect runs the effect again at the next change. */
	of(kind: string): number {
		// Asking a map for a key that it lacks would listen to every key that comes later.
		untrack(() => {
			if (!this.#counts.has(kind)) this.#counts.set(kind, 0);
		});
		return this.#counts.get(kind) ?? 0;
	}

	happened(kinds: readonly string[]): void {
		if (kinds.length === 0) return;
		for (const kind of new Set([...kinds, anything])) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
	}

	/** Another board, or another person before it: nothing on the screens can be trusted. */
	everything(): void {
		this.happened([...this.#counts.keys()]);
	}
}

/** Changes whenever anything does: for Home, counts and search. */
export const anything = '*';
export const changes = new Changes();
