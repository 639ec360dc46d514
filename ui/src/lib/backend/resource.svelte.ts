import { untrack } from 'svelte';
import { Refused } from './call';
import { changes } from './changes.svelte';

/** How long a wait stays silent before it shows progress, in milliseconds. */
const patience = 300;

/** Something asked of the program: what it answered, and how the asking goes. */
export class Resource<T> {
	/** The latest answer; kept while a newer one is on its way. */
	data: T | undefined = $state.raw();
	error: Refused | undefined = $state.raw();
	loading = $state(false);
	/** True once the wait is long enough to be worth showing. */
	slow = $state(false);

	#load: () => Promise<T>;
	#latest = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(load: () => Promise<T>) {
		this.#load = load;
	}

	/** Asks (again). An answer that a later question has overtaken is dropped. */
	async reload(): Promise<void> {
		const turn = ++this.#latest;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.slow = this.loading), patience);
		// The question itself is asked in the open, so that an effect learns what it depends on.
		let answer: Promise<T>;
		try {
			answer = this.#load();
		} catch (thrown) {
			answer = Promise.reject(thrown);
		}
		untrack(() => (this.loading = true));
		try {
			const data = await answer;
			if (turn !== this.#latest) return;
			this.data = data;
			this.error = undefined;
		} catch (thrown) {
			if (turn !== this.#latest) return;
			this.error = Refused.from(thrown);
		}
		this.#rest();
	}

	/** Stops waiting; what is shown stays. */
	cancel(): void {
		this.#latest++;
		this.#rest();
	}

	#rest(): void {
		clearTimeout(this.#timer);
		this.loading = false;
		this.slow = false;
	}
}

/**
 * A resource that asks when its component appears, and again whenever one of `kinds` changes
 * ('*' for anything) or something that `load` reads before its first `await` does.
 */
export function loaded<T>(kinds: readonly string[], load: () => Promise<T>): Resource<T> {
	const resource = new Resource(load);
	$effect(() => {
		for (const kind of kinds) changes.of(kind);
		void resource.reload();
		return () => resource.cancel();
	});
	return resource;
}
