import { tick } from 'svelte';
import { Refused } from '$lib/backend';

/**
 * A form that asks the program for something which is no change to the board: a passphrase, a choice of this computer.
 * For `Form`; a refusal lands beside its field, as in a FormState. Nothing that is typed is kept anywhere.
 */
export class Asking<V extends object> {
	values: V = $state() as V;
	errors: Record<string, string> = $state({});
	error: string | undefined = $state();
	saving = $state(false);
	element: HTMLFormElement | undefined;
	#send: (values: V) => Promise<void>;

	constructor(values: V, send: (values: V) => Promise<void>) {
		this.values = values;
		this.#send = send;
	}

	async submit(): Promise<void> {
		if (this.saving) return;
		this.saving = true;
		this.errors = {};
		this.error = undefined;
		try {
			await this.#send($state.snapshot(this.values) as V);
		} catch (thrown) {
			await this.#place(Refused.from(thrown));
		} finally {
			this.saving = false;
		}
	}

	async #place({ field, message }: Refused): Promise<void> {
		const box = field ? this.element?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`) : null;
		if (field && box) this.errors = { [field]: message };
		else this.error = message;
		await tick();
		(box ?? this.element?.querySelector<HTMLElement>('[data-error-summary]'))?.focus();
	}
}
