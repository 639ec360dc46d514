/** Short messages at the foot of the window; the Toasts component shows and announces them. */
export interface Notice {
	id: number;
	words: string;
	tone: 'plain' | 'warning';
	action?: { words: string; act: () => void };
}

/** How long a notice without a warning stays, in milliseconds; it waits while it is pointed at or focused. */
const stay = 8000;

class Notices {
	list: Notice[] = $state.raw([]);
	#next = 1;
	#timers = new Map<number, ReturnType<typeof setTimeout>>();

	say(words: string, action?: Notice['action']): void {
		this.#show({ id: this.#next++, words, tone: 'plain', action });
	}

	/** Stays until it is closed. */
	warn(words: string): void {
		this.#show({ id: this.#next++, words, tone: 'warning' });
	}

	close(id: number): void {
		this.hold(id);
		this.list = this.list.filter((notice) => notice.id !== id);
	}

	/** Keeps a notice while someone reads it. */
	hold(id: number): void {
		clearTimeout(this.#timers.get(id));
		this.#timers.delete(id);
	}

	release(id: number): void {
		this.hold(id);
		this.#timers.set(
			id,
			setTimeout(() => this.close(id), stay)
		);
	}

	#show(notice: Notice): void {
		// One plain notice at a time: the newest change is the one to undo.
		const kept = this.list.filter((other) => other.tone === 'warning' && other.words !== notice.words);
		for (const other of this.list) if (!kept.includes(other)) this.hold(other.id);
		this.list = [...kept, notice];
		if (notice.tone === 'plain') this.release(notice.id);
	}
}

export const notices = new Notices();
