import { Refused } from '$lib/backend';
import { Beside, type Whose } from '$lib/beside.svelte';

interface Stored {
	id: string;
	version: number;
}

interface Plan<V extends object, R extends Stored> {
	/** Makes the record at its first save. */
	create: (values: V) => Promise<R>;
	update: (values: V & Stored) => Promise<R>;
	/** Whether there is enough to save. */
	ready: (values: V) => boolean;
	/** Takes from the saved record what the program filled in, and nothing that is being typed. */
	fill?: (values: V, record: R) => void;
}

/** How long after the last key a record is saved, in milliseconds. */
const pause = 700;

/**
 * One record that saves itself as it is typed: made at its first save, changed at the next ones, one save at a time.
 * What was typed stays when a save is refused, and goes again with the next one.
 */
export class Kept<V extends object, R extends V & Stored> {
	values: V = $state() as V;
	id: string | null = $state(null);
	version = $state(0);
	/** Refusals by field name; those about no field under ''. */
	errors: Record<string, string> = $state({});
	/** Typed and not saved yet. */
	waits = $state(false);
	/** What somebody else changed meanwhile; while it is open, nothing is saved. */
	readonly beside = new Beside();
	#plan: Plan<V, R>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#queue: Promise<void> = Promise.resolve();
	/** The values as they are stored, to save only what differs. */
	#stored = '';

	constructor(plan: Plan<V, R>, values: V, record?: R) {
		this.#plan = plan;
		this.values = values;
		if (record) this.take(record);
	}

	/** Something was typed: saves after a pause. */
	typed(): void {
		this.waits = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), pause);
	}

	/** A field was left or chosen: saves now. */
	left(): void {
		this.waits = true;
		void this.save();
	}

	/** Saves what waits; done when everything typed before is saved or refused. */
	save(): Promise<void> {
		clearTimeout(this.#timer);
		this.#queue = this.#queue.then(() => this.#send());
		return this.#queue;
	}

	/** Shows the record as it is stored, whatever was typed. */
	take(record: R): void {
		const { id, version, ...values } = record;
		this.id = id;
		this.version = version;
		this.values = values as unknown as V;
		this.#stored = JSON.stringify(values);
		this.errors = {};
		this.waits = false;
		this.beside.forget();
	}

	/** Both changed this field: which text stays. Once all are chosen, it is saved. */
	choose(name: string, whose: Whose): void {
		this.beside.choose(name, whose, this.values);
		if (!this.beside.open) this.left();
	}

	/** Follows a change made elsewhere (undo, another window), unless something typed waits here. An answer from before our own last save is older, and says nothing. */
	follow(record: R): void {
		if (record.version > this.version && !this.waits) this.take(record);
	}

	/** Rests on the record as it is now; what nobody else touched is saved at once. */
	async #lookBeside(current: R): Promise<void> {
		const { id, version, ...now } = current;
		this.id = id;
		this.beside.look(JSON.parse(this.#stored), this.values, now);
		this.version = version;
		this.#stored = JSON.stringify(now);
		this.errors = {};
		await this.#send();
	}

	async #send(): Promise<void> {
		if (!this.waits || this.beside.open || !this.#plan.ready(this.values)) return;
		this.waits = false;
		const values = $state.snapshot(this.values) as V;
		const written = JSON.stringify(values);
		if (this.id && written === this.#stored) return;
		try {
			const record = this.id
				? await this.#plan.update({ ...values, id: this.id, version: this.version })
				: await this.#plan.create(values);
			this.id = record.id;
			this.version = record.version;
			this.errors = {};
			// More may have been typed meanwhile: only what was sent is stored, with what the program filled in.
			const stored = JSON.parse(written) as V;
			this.#plan.fill?.(stored, record);
			this.#stored = JSON.stringify(stored);
			this.#plan.fill?.(this.values, record);
		} catch (thrown) {
			const refused = Refused.from(thrown);
			this.waits = true;
			if (refused.code === 'stale' && refused.current) await this.#lookBeside(refused.current as R);
			else this.errors = { [refused.field ?? '']: refused.message };
		}
	}
}
