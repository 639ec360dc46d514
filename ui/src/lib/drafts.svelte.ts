import { call, save } from '$lib/backend';

/** How long after the last key a draft is kept, in milliseconds. */
const pause = 400;

/** The record as it was when somebody typed, beside what they typed. */
const baseKey = '$base';

type Base = Record<string, unknown>;

/** What somebody types at one place and has not sent yet. */
export class Draft<V extends object> {
	/** The fields hold what was typed before the box was closed, or the program ended. */
	found = $state(false);
	/** The record that the fields rest on, where there is one. */
	base: Base | undefined;
	#place: string;
	/** The fields before anything was typed. */
	readonly blank: V;
	#kept: string;
	#next: V | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#queue: Promise<void> = Promise.resolve();

	constructor(place: string, blank: V, base?: Base) {
		this.#place = place;
		this.base = base;
		this.blank = blank;
		this.#kept = JSON.stringify(blank);
	}

	/** What was typed there before; nothing if it was sent. */
	async find(): Promise<V | undefined> {
		try {
			const { values } = await call('drafts.find', { place: this.#place });
			if (!values) return undefined;
			const { [baseKey]: base, ...typed } = values as V & { [baseKey]?: Base };
			const found = { ...this.blank, ...typed } as V;
			this.found = true;
			this.base = base ?? this.base;
			this.#kept = JSON.stringify(found);
			return found;
		} catch {
			// The box works without its draft.
			return undefined;
		}
	}

	isUntouched(values: V): boolean {
		return JSON.stringify(values) === JSON.stringify(this.blank);
	}

	/** The fields as they stand now: kept after a pause, if they differ from what is kept. */
	typed(values: V): void {
		clearTimeout(this.#timer);
		this.#next = JSON.stringify(values) === this.#kept ? null : values;
		if (this.#next) this.#timer = setTimeout(() => this.leave(), pause);
	}

	/** The box is left: keeps at once what waits. */
	leave(): void {
		clearTimeout(this.#timer);
		const values = this.#next;
		this.#next = null;
		if (!values) return;
		this.#kept = JSON.stringify(values);
		this.#send(this.isUntouched(values) ? null : values);
	}

	/** It was sent, or put away. */
	forget(): void {
		clearTimeout(this.#timer);
		this.#next = null;
		this.found = false;
		const untouched = JSON.stringify(this.blank);
		if (this.#kept === untouched) return;
		this.#kept = untouched;
		this.#send(null);
	}

	#send(values: V | null): void {
		const kept = values && this.base ? { ...values, [baseKey]: this.base } : values;
		// A draft that could not be kept is kept with the next pause; what is typed is still in the box.
		this.#queue = this.#queue
			.then(() => save('drafts.keep', { place: this.#place, values: kept }, { quiet: true }))
			.then(() => undefined, () => undefined);
	}
}
