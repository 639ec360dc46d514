import { Refused, save, type Minute } from '$lib/backend';

const parts = ['text', 'private_text', 'officer_summary', 'plain_text'] as const;
type Words = Record<(typeof parts)[number], string>;

/** How long typing must rest before it is saved, in milliseconds. */
const rest = 700;
const empty: Words = { text: '', private_text: '', officer_summary: '', plain_text: '' };

/** The minute of one item while somebody types: saves itself, and never loses what another person wrote. */
export class MinuteDraft {
	words: Words = $state({ ...empty });
	error: string | undefined = $state();
	#item = '';
	#version = 0;
	#saved: Words = { ...empty };
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<void> = Promise.resolve();

	/** What the program has. Words that are being typed stay; a newer version beneath them is refused when saved. */
	take(item: string, minute: Minute | null): void {
		if (item !== this.#item) {
			this.flush();
			this.#item = item;
			this.#load(minute);
		} else if ((minute?.version ?? 0) !== this.#version && !this.#dirty) {
			this.#load(minute);
		}
	}

	typed(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.flush(), rest);
	}

	/** Saves now what is not saved yet. */
	flush(): void {
		clearTimeout(this.#timer);
		if (!this.#dirty) return;
		this.#saving = this.#saving.then(() => this.#send());
	}

	async #send(): Promise<void> {
		if (!this.#dirty) return;
		const [item, words] = [this.#item, { ...this.words }];
		try {
			const version = this.#version;
			const before = this.#saved;
			this.#version = version + 1;
			this.#saved = words;
			try {
				await save('minutes.write', { agenda_item_id: item, version, ...words }, { quiet: true });
				this.error = undefined;
			} catch (thrown) {
				if (item === this.#item) {
					this.#version = version;
					this.#saved = before;
				}
				throw thrown;
			}
		} catch (thrown) {
			this.error = Refused.from(thrown).message;
		}
	}

	get #dirty(): boolean {
		return parts.some((part) => this.words[part] !== this.#saved[part]);
	}

	#load(minute: Minute | null): void {
		this.#version = minute?.version ?? 0;
		this.#saved = minute ? (Object.fromEntries(parts.map((part) => [part, minute[part]])) as Words) : { ...empty };
		this.words = { ...this.#saved };
		this.error = undefined;
	}
}
