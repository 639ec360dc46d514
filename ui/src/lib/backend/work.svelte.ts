import { untrack } from 'svelte';
import { call } from './call';

/** How often the program is asked how far it is, in milliseconds. */
const often = 250;

/** Something that takes the program a while: how far it is, and a way to stop it. */
export class Work {
	running = $state(false);
	done = $state(0);
	of = $state(0);
	#name = '';
	#timer: ReturnType<typeof setInterval> | undefined;

	/** Asks for something under a new name; what this was doing before is stopped. */
	async run<T>(ask: (name: string) => Promise<T>): Promise<T> {
		// An effect that asks for it must not depend on how far it is.
		const name = untrack(() => this.#begin());
		try {
			return await ask(name);
		} finally {
			// Something newer may have begun meanwhile.
			if (this.#name === name) {
				clearInterval(this.#timer);
				this.running = false;
			}
		}
	}

	#begin(): string {
		void this.stop();
		const name = (this.#name = crypto.randomUUID());
		[this.running, this.done, this.of] = [true, 0, 0];
		clearInterval(this.#timer);
		this.#timer = setInterval(() => void this.#look(name), often);
		return name;
	}

	/** Whoever waits for it is refused with the code "stopped". */
	async stop(): Promise<void> {
		if (this.running) await call('work.stop', { work: this.#name });
	}

	async #look(name: string): Promise<void> {
		const { done, of } = await call('work.look', { work: name });
		if (this.#name === name && of > 0) [this.done, this.of] = [done, of];
	}
}
