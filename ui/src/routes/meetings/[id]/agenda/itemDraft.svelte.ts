import { Beside, type Whose } from '$lib/beside.svelte';
import { Refused, save, type AgendaItem } from '$lib/backend';

/** What another command may change while the editor is open, without touching what was typed. */
const elsewhere = ['version', 'position', 'number', 'papers'] as const;

function words(item: AgendaItem): string {
	return JSON.stringify(item, (key, value: unknown) => ((elsewhere as readonly string[]).includes(key) ? undefined : value));
}

/** An item as its editor holds it: saves itself, and never overwrites what somebody else saved. */
export class ItemDraft {
	values: AgendaItem = $state() as AgendaItem;
	errors: Record<string, string> = $state({});
	/** A refusal that is about no field, or that there is something unsaved. */
	error: string | undefined = $state();
	/** What somebody else changed meanwhile; while it is open, nothing is saved. */
	readonly beside = new Beside();
	#base: AgendaItem;
	#saving = false;
	#again = false;

	constructor(item: AgendaItem) {
		this.values = structuredClone(item);
		this.#base = item;
	}

	/** Takes in what the program has now. */
	take(item: AgendaItem): void {
		if (item.version === this.#base.version) return;
		const mine = $state.snapshot(this.values) as AgendaItem;
		if (words(item) === words(this.#base)) {
			// Only moved, or a paper came: what was typed stays.
			for (const key of elsewhere) Object.assign(this.values, { [key]: item[key] });
		} else if (words(mine) === words(this.#base)) {
			this.values = structuredClone(item);
		} else {
			// Both changed: saving will be refused, and says so.
			return;
		}
		this.#base = item;
	}

	/** Both changed this field: which text stays. Once all are chosen, it is saved. */
	choose(name: string, whose: Whose): void {
		this.beside.choose(name, whose, this.values);
		if (!this.beside.open) void this.save();
	}

	/** Rests on the item as it is now; what nobody else touched is saved at once. */
	#lookBeside(current: AgendaItem): void {
		this.beside.look(this.#base, this.values, current);
		this.beside.taken = this.beside.taken.filter((name) => !(elsewhere as readonly string[]).includes(name));
		this.#base = current;
		this.values.version = current.version;
		this.errors = {};
		this.error = undefined;
		this.#again = !this.beside.open;
	}

	/** Saves what was typed; one save at a time, the last one wins over its own earlier ones. */
	async save(): Promise<void> {
		if (this.beside.open) return;
		if (this.#saving) {
			this.#again = true;
			return;
		}
		const mine = $state.snapshot(this.values) as AgendaItem;
		if (words(mine) === words(this.#base)) {
			this.errors = {};
			this.error = undefined;
			return;
		}
		this.#saving = true;
		try {
			const result = await save('agenda.save_item', { item: mine }, { quiet: true });
			this.#base = result;
			this.values.version = result.version;
			this.errors = {};
			this.error = undefined;
		} catch (thrown) {
			const refused = Refused.from(thrown);
			if (refused.code === 'stale' && refused.current) this.#lookBeside(refused.current as AgendaItem);
			else {
				this.errors = refused.field ? { [refused.field]: refused.message } : {};
				this.error = refused.message;
			}
		} finally {
			this.#saving = false;
		}
		if (this.#again) {
			this.#again = false;
			await this.save();
		}
	}
}
