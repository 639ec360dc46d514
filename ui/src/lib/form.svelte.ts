import { tick, untrack } from 'svelte';
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
	#plan: FormPlan<N, V>;

	constructor(plan: FormPlan<N, V>) {
		this.#plan = plan;
		this.values = plan.values;
	}

	/** Sends the form; its result, or undefined if it was refused. */
	async submit(): Promise<ResultOf<N> | undefined> {
		if (this.saving) return undefined;
		this.saving = true;
		this.errors = {};
		this.error = undefined;
		try {
			const values = $state.snapshot(this.values) as V;
			const request = this.#plan.request?.(values) ?? (values as unknown as RequestOf<N>);
			const result = await save(this.#plan.name, request, { said: this.#plan.said });
			this.draft?.forget();
			await this.#plan.then?.(result);
			return result;
		} catch (thrown) {
			await this.#place(Refused.from(thrown));
			return undefined;
		} finally {
			this.saving = false;
		}
	}

	/** Puts the fields back, or to new values, and forgets refusals. */
	reset(values: V = this.#plan.values): void {
		this.values = values;
		this.errors = {};
		this.error = undefined;
	}

	/**
	 * Opens the form at a place of its own ("minutes.decide/item…"), where what is typed is kept with every pause and is
	 * there again after a crash, until it is sent.
	 */
	begin(values: V, place: string): void {
		this.reset(values);
		const draft: Draft<V> = new Draft(place, $state.snapshot(values) as V);
		untrack(() => this.draft?.leave());
		this.draft = draft;
		void draft.find().then((found) => {
			// Whoever was quicker than the disk goes on with what they typed.
			if (found && this.draft === draft && draft.isUntouched($state.snapshot(this.values) as V)) this.values = found;
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
