import { tick, untrack } from 'svelte';
import { Beside, versioned, type Whose } from '$lib/beside.svelte';
import { Draft } from '$lib/drafts.svelte';
import { Refused, save, type RequestOf, type ResultOf, type WriteName } from '$lib/backend';

interface FormPlan<N extends WriteName, V extends object> {
	/** The command that the form sends. */
	name: N;
	/** What the fields hold at first. */
	values: V;
	/** The request made of the fields; by default the fields themselves. */
	request?: (values: V) => RequestOf<N>;
	/** Words for the toast. */
	said?: string;
	/** After it was saved. */
	then?: (result: ResultOf<N>) => void | Promise<void>;
}

/**
 * A form that keeps what was typed, sends it through `save`, and places a refusal beside its field.
 *
 *     const form = new FormState({ name: 'theme.add', values: { name: '', keywords: [] as string[] }, said: 'Theme added' });
 *     <Form {form} submit="Add theme"><Field label="Name" name="name" bind:value={form.values.name} error={form.errors.name} /></Form>
 *
 * A field's `name` is the name that refusals use ("name", or "voices.0.words" inside a list).
 */
export class FormState<N extends WriteName, V extends object> {
	values: V = $state() as V;
	/** Refusals by field name. */
	errors: Record<string, string> = $state({});
	/** A refusal that is about no field. */
	error: string | undefined = $state();
	saving = $state(false);
	/** Set by Form: where to look for the refused field. */
	element: HTMLFormElement | undefined;
	/** What is typed and not sent yet, kept so that it survives a crash; only for a form that begins at a place. */
	draft: Draft<V> | undefined = $state();
	/** What somebody else changed while the form was open. */
	readonly beside = new Beside();
	#plan: FormPlan<N, V>;
	/** The record that the form was opened on, as its request names it: what others do to it must not slip by. */
	#base: Record<string, unknown> | undefined;
	/** The base is newer than what the form was opened on. */
	#rebased = false;

	constructor(plan: FormPlan<N, V>) {
		this.#plan = plan;
		this.values = plan.values;
		this.#rest(plan.values);
	}

	/** Sends the form; its result, or undefined if it was refused. */
	async submit(): Promise<ResultOf<N> | undefined> {
		if (this.saving) return undefined;
		if (this.beside.open) {
			this.element?.querySelector<HTMLElement>('[data-beside]')?.focus();
			return undefined;
		}
		this.saving = true;
		this.errors = {};
		this.error = undefined;
		try {
			const values = $state.snapshot(this.values) as V;
			const result = await save(this.#plan.name, this.#request(values), { said: this.#plan.said });
			this.draft?.forget();
			this.beside.forget();
			this.#goOn(result);
			await this.#plan.then?.(result);
			return result;
		} catch (thrown) {
			const refused = Refused.from(thrown);
			if (refused.code !== 'stale' || !refused.current || !this.#base) {
				await this.#place(refused);
				return undefined;
			}
			this.#lookBeside(refused.current);
			await tick();
			this.element?.querySelector<HTMLElement>('[data-beside]')?.focus();
		} finally {
			this.saving = false;
		}
		// What they changed is not in this form, and stays.
		return this.beside.shows ? undefined : this.submit();
	}

	/** Puts the fields back, or to new values, and forgets refusals. */
	reset(values: V = this.#plan.values): void {
		this.values = values;
		this.errors = {};
		this.error = undefined;
		this.beside.forget();
		this.#rest($state.snapshot(values) as V);
	}

	/** Somebody else changed this field meanwhile too: which text stays. */
	choose(name: string, whose: Whose): void {
		this.beside.choose(name, whose, this.values);
	}

	#request(values: V): RequestOf<N> {
		const request = structuredClone(this.#plan.request?.(values) ?? values) as RequestOf<N>;
		const part = this.#base && versioned(request);
		if (!part || !this.#base) return request;
		part.version = this.#base.version as number;
		if (this.#rebased) {
			// What the form does not show stays as it is on the board.
			for (const name of Object.keys(part)) {
				if (!(name in values) && name in this.#base) part[name] = structuredClone(this.#base[name]);
			}
		}
		return request;
	}

	/** The form rests on the record as it is now. */
	#rest(values: V): void {
		this.#rebased = false;
		try {
			this.#base = untrack(() => versioned(JSON.parse(JSON.stringify(this.#plan.request?.(values) ?? values))));
		} catch {
			// A form that is not open yet has nothing to rest on.
			this.#base = undefined;
		}
	}

	/** After it was saved, a form that stays rests on what was saved; without its version, on what the screen reads next. */
	#goOn(result: unknown): void {
		const saved = versioned(result);
		this.#base = saved && this.#base && (saved.id ?? null) === (this.#base.id ?? null) ? (JSON.parse(JSON.stringify(saved)) as Record<string, unknown>) : undefined;
		this.#rebased = false;
	}

	#lookBeside(current: Record<string, unknown>): void {
		this.beside.look(this.#base ?? {}, this.values, current);
		this.#base = { ...this.#base, ...current };
		this.#rebased = true;
	}

	/**
	 * Opens the form at a place of its own ("minutes.decide/item…"), where what is typed is kept with every pause and is
	 * there again after a crash, until it is sent.
	 */
	begin(values: V, place: string): void {
		this.reset(values);
		const draft: Draft<V> = new Draft(place, $state.snapshot(values) as V, this.#base);
		untrack(() => this.draft?.leave());
		this.draft = draft;
		void draft.find().then((found) => {
			// Whoever was quicker than the disk goes on with what they typed.
			if (!found || this.draft !== draft || !draft.isUntouched($state.snapshot(this.values) as V)) return;
			this.values = found;
			const now = this.#base;
			if (!now || !draft.base || now.version === draft.base.version) return;
			// Somebody has changed it since it was typed.
			this.#base = draft.base;
			this.#lookBeside(now);
		});
	}

	/** Puts away what was typed before and begins with empty fields. */
	afresh(): void {
		if (!this.draft) return;
		this.reset(structuredClone(this.draft.blank));
		this.draft.forget();
	}

	async #place(refused: Refused): Promise<void> {
		const field = refused.field ? this.element?.querySelector<HTMLElement>(named(refused.field)) : null;
		if (refused.field && field) this.errors = { [refused.field]: refused.message };
		else this.error = refused.message;
		await tick();
		(field ?? this.element?.querySelector<HTMLElement>('[data-error-summary]'))?.focus();
	}
}

function named(field: string): string {
	return `[name="${CSS.escape(field)}"]`;
}
