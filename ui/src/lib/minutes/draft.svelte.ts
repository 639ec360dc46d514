import { Beside, type Whose } from '$lib/beside.svelte';
import { Refused, save, type Minute } from '$lib/backend';

const parts = ['text', 'private_text', 'officer_summary', 'plain_text'] as const;
type Words = Record<(typeof parts)[number], string>;

/** How long typing must rest before it is saved, in milliseconds. */
const rest = 700;
const empty: Words = { text: '', private_text: '', officer_summary: '', plain_text: '' };

const wordsOf = (minute: Minute): Words => Object.fromEntries(parts.map((part) => [part, minute[part]])) as Words;

/** The minute of one item while somebody types: saves itself, and never loses what another person wrote. */
export class MinuteDraft {
	words: Words = $state({ ...empty });
	error: string | undefined = $state();
	/** What somebody else wrote meanwhile; while it is open, nothing is saved. */
	readonly beside = new Beside();
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

	/** Both wrote: whose words stay. Once all are chosen, they are saved. */
	choose(name: string, whose: Whose): void {
		this.beside.choose(name, whose, this.words);
		if (!this.beside.open) this.flush();
	}

	/** Rests on the minute as it is now; what nobody else touched is saved at once. */
	#lookBeside(current: Minute): void {
		this.beside.look(this.#saved, this.words, current);
		this.#version = current.version;
		this.#saved = wordsOf(current);
		this.error = undefined;
		this.flush();
	}

	async #send(): Promise<void> {
		if (!this.#dirty || this.beside.open) return;
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
			const refused = Refused.from(thrown);
			if (refused.code === 'stale' && refused.current && item === this.#item) this.#lookBeside(refused.current as Minute);
			else this.error = refused.message;
		}
	}

	get #dirty(): boolean {
		return parts.some((part) => this.words[part] !== this.#saved[part]);
	}

	#load(minute: Minute | null): void {
		this.#version = minute?.version ?? 0;
		this.#saved = minute ? wordsOf(minute) : { ...empty };
		this.beside.forget();
		this.words = { ...this.#saved };
		this.error = undefined;
	}
}
