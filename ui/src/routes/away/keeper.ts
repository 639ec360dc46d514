import { call, type AwayCheck, type AwayDesk, type AwayFacts, type AwayFile, type AwayVoice, type LookedAt, type VoiceChoices } from '$lib/backend';
import type { EventKeeper } from '../events/keeper';
import type { ClaimValues, EventValues, Stored, VoiceValues } from '../events/values';

/** Keeps an event in its away file: the whole file is written at each save, so that it is always whole. */
export class AwayKeeper implements EventKeeper {
	#path: string;
	#file: AwayFile;
	/** One save after the other: each starts from what the one before wrote. */
	#queue: Promise<unknown> = Promise.resolve();

	constructor(desk: AwayDesk) {
		this.#path = desk.path;
		this.#file = desk.file;
	}

	log = (values: EventValues) => this.edit({ ...values, id: this.#file.event.id, version: 0 });

	edit = (values: EventValues & Stored) => this.#keep(next(values), (file) => ({ ...file, event: facts(values, file.event.id) }));

	addVoice = (values: VoiceValues) => this.editVoice({ ...values, id: crypto.randomUUID(), version: 0 });

	editVoice = (values: VoiceValues & Stored) => this.#keep(next(values), (file) => ({ ...file, voices: put(file.voices, voice(values)) }));

	removeVoice = ({ id }: Stored) => this.#keep(id, (file) => ({ ...file, voices: file.voices.filter((it) => it.id !== id) }));

	addClaim = (values: ClaimValues) => this.editClaim({ ...values, id: crypto.randomUUID(), version: 0 });

	editClaim = (values: ClaimValues & Stored) => this.#keep(next(values), (file) => ({ ...file, reality_checks: put(file.reality_checks, check(values)) }));

	removeClaim = ({ id }: Stored) => this.#keep(id, (file) => ({ ...file, reality_checks: file.reality_checks.filter((it) => it.id !== id) }));

	look = (words: string, usual: string | null): Promise<LookedAt> => call('away.words', { path: this.#path, words, usual });

	#keep<T>(result: T, change: (file: AwayFile) => AwayFile): Promise<T> {
		const work = this.#queue.then(async () => {
			const file = change(this.#file);
			await call('away.keep', { path: this.#path, file });
			this.#file = file;
			return result;
		});
		this.#queue = work.catch(() => null);
		return work;
	}
}

const next = <V extends Stored>(values: V): V => ({ ...values, version: values.version + 1 });

function put<T extends { id: string }>(list: readonly T[], one: T): T[] {
	return list.some((it) => it.id === one.id) ? list.map((it) => (it.id === one.id ? one : it)) : [...list, one];
}

function facts(values: EventValues, id: string): AwayFacts {
	const { title, theme_id, date, place, kind, came, came_total, what_happened, take_to_board } = values;
	return { id, title, theme_id, date, place, kind, came, came_total, what_happened, take_to_board } as AwayFacts;
}

function voice(values: VoiceValues & Stored): AwayVoice {
	const { id, words, is_quote, theme_id, cohort_id, age_band, share, sensitive } = values;
	return { id, words: words.trim(), is_quote, theme_id, cohort_id, age_band, share, sensitive } as AwayVoice;
}

function check(values: ClaimValues & Stored): AwayCheck {
	const { id, claim, stands_in, promise_id, verdict, seen } = values;
	return { id, claim, stands_in, promise_id, verdict, seen } as AwayCheck;
}

/** What the form offers to choose from, as far as the file knows the board. */
export function choicesOf({ file, today, at_risk }: AwayDesk): VoiceChoices {
	const choice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
	return { today, at_risk, themes: file.themes.map(choice), cohorts: file.cohorts.map(choice), half_terms: [], people: [], me: null, my_theme: file.event.theme_id, this_half_term: null };
}
