import type { Identifying, LookedAt } from '$lib/backend';
import { notices } from '$lib/notices.svelte';

/** How long after the last key words are looked at, in milliseconds. */
const pause = 250;

/** A text that is looked at while it is typed: what in it may say who a child is, and how to take that out. */
export class Watched {
	identifying: Identifying[] = $state.raw([]);
	#read: () => string;
	#write: (text: string) => void;
	#look: (words: string) => Promise<LookedAt>;
	/** Words that somebody said are nobody's name. */
	#fine: string[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `write` puts changed words where they belong, and saves them. */
	constructor(read: () => string, write: (text: string) => void, look: (words: string) => Promise<LookedAt>) {
		this.#read = read;
		this.#write = write;
		this.#look = look;
	}

	typed(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.look(), pause);
	}

	/** Looks now; what was seen, unless more was typed meanwhile. */
	async look(): Promise<LookedAt | null> {
		const words = this.#read();
		if (words.trim() === '') {
			this.identifying = [];
			return null;
		}
		const seen = await this.#look(words).catch(() => null);
		if (!seen || words !== this.#read()) return null;
		this.identifying = seen.identifying.filter((it) => !this.#fine.includes(it.words));
		return seen;
	}

	takeOut(it: Identifying): void {
		const before = this.#read();
		const after = before.replaceAll(it.words, it.instead);
		this.#write(after);
		void this.look();
		const back = (): void => {
			if (this.#read() === after) this.#write(before);
			void this.look();
		};
		notices.say(`“${it.words}” is taken out`, { words: 'Put it back', act: back });
	}

	/** Somebody looked, and it tells nobody who a child is. */
	isFine(it: Identifying): void {
		this.#fine.push(it.words);
		this.identifying = this.identifying.filter((other) => other !== it);
	}
}
