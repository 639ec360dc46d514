import { Refused, type EventPage, type RealityCheck, type Voice, type VoiceChoices } from '$lib/backend';
import { Kept } from '$lib/kept.svelte';
import { onBoard, type EventKeeper } from './keeper';
import type { ClaimValues, EventValues, Stored, VoiceValues } from './values';
import { Watched } from './watched.svelte';

export type KeptEvent = Kept<EventValues, EventValues & Stored>;
export type KeptClaim = Kept<ClaimValues, ClaimValues & Stored>;

/** One thing said, as a line of the form. */
export class VoiceLine {
	readonly key = crypto.randomUUID();
	kept: Kept<VoiceValues, VoiceValues & Stored>;
	watched: Watched;
	/** The words that the theme was guessed from; none once it was chosen by hand. */
	because: string[] = $state.raw([]);
	/** The program has listed it before: if it is gone now, somebody took it back. */
	listed = false;
	#draft: EventDraft;
	/** The theme was chosen by hand, so words guess it no more. */
	#chosen = false;

	constructor(draft: EventDraft, values: VoiceValues, record?: Voice) {
		this.#draft = draft;
		this.#chosen = record !== undefined;
		this.kept = new Kept<VoiceValues, VoiceValues & Stored>(
			{
				ready: (typed) => typed.words.trim() !== '' && draft.canHear,
				create: async (typed) => {
					const event_id = await draft.made();
					return draft.keeper.addVoice({ ...typed, event_id, theme_id: typed.theme_id ?? draft.event.values.theme_id });
				},
				update: (typed) => draft.keeper.editVoice(typed),
				fill: (typed, saved) => {
					typed.event_id = saved.event_id;
					typed.heard_on = saved.heard_on;
				}
			},
			values,
			record
		);
		this.watched = new Watched(
			() => this.kept.values.words,
			(words) => {
				this.kept.values.words = words;
				this.kept.left();
			},
			async (words) => {
				const seen = await draft.keeper.look(words, draft.event.values.theme_id);
				this.#guess(words, seen.theme_id, seen.because);
				return seen;
			}
		);
		if (record) void this.watched.look();
	}

	get isGuessed(): boolean {
		return this.because.length > 0;
	}

	themeChosen(): void {
		this.#chosen = true;
		this.because = [];
		this.kept.left();
	}

	/** Takes the theme that the words may belong to, until one is chosen by hand. */
	#guess(words: string, theme: string | null, because: string[]): void {
		if (this.#chosen || words !== this.kept.values.words) return;
		this.because = because;
		const guess = theme ?? this.#draft.event.values.theme_id;
		if (guess === this.kept.values.theme_id) return;
		this.kept.values.theme_id = guess;
		this.kept.typed();
	}
}

/** An event being logged or changed, with its voices and reality checks; each part saves itself. */
export class EventDraft {
	event: KeptEvent;
	lines: VoiceLine[] = $state([]);
	claims: KeptClaim[] = $state([]);
	readonly choices: VoiceChoices;
	readonly keeper: EventKeeper;
	/** The event's own texts, looked at as voices are. */
	watched: Record<'title' | 'what_happened' | 'take_to_board', Watched>;

	constructor(choices: VoiceChoices, page?: Pick<EventPage, 'event' | 'voices' | 'reality_checks'>, keeper: EventKeeper = onBoard) {
		this.choices = choices;
		this.keeper = keeper;
		const values: EventValues = {
			title: '',
			theme_id: choices.my_theme ?? choices.themes[0]?.value ?? null,
			half_term_id: choices.this_half_term,
			date: choices.today,
			place: '',
			kind: 'activity',
			person_id: choices.me,
			held: true,
			came: [],
			came_total: null,
			what_happened: '',
			take_to_board: ''
		};
		this.event = new Kept<EventValues, EventValues & Stored>(
			{
				ready: (typed) => typed.theme_id !== null && typed.date !== null && typed.kind !== null,
				create: (typed) => keeper.log(typed),
				update: (typed) => keeper.edit(typed),
				fill: (typed, saved) => {
					typed.half_term_id = saved.half_term_id;
					typed.held = saved.held;
				}
			},
			values,
			page?.event
		);
		this.watched = { title: this.#watch('title'), what_happened: this.#watch('what_happened'), take_to_board: this.#watch('take_to_board') };
		if (page) for (const one of Object.values(this.watched)) void one.look();
		this.lines = page?.voices.map((voice) => this.#line(voice)) ?? [];
		this.claims = page?.reality_checks.map((check) => this.#claim(check)) ?? [];
		if (this.lines.length === 0) this.addLine();
	}

	get isPlanned(): boolean {
		return (this.event.values.date ?? '') > this.choices.today;
	}

	/** Voices need an event whose day has come. */
	get canHear(): boolean {
		return !this.isPlanned && this.event.values.theme_id !== null && this.event.values.date !== null;
	}

	/** Whether anything typed is not saved yet. */
	get waits(): boolean {
		return this.event.waits || this.lines.some((line) => line.kept.waits && line.kept.values.words.trim() !== '') || this.claims.some((claim) => claim.waits && claim.values.claim.trim() !== '');
	}

	/** A next line, with the group, age and sharing of the one before. */
	addLine(): VoiceLine {
		const before = this.lines.at(-1)?.kept.values;
		this.lines.push(
			new VoiceLine(this, {
				words: '',
				is_quote: true,
				heard_on: null,
				event_id: null,
				source: '',
				theme_id: this.event.values.theme_id,
				cohort_id: before?.cohort_id ?? null,
				age_band: before?.age_band ?? null,
				share: before?.share ?? 'no',
				sensitive: false
			})
		);
		return this.lines.at(-1) as VoiceLine;
	}

	async removeLine(line: VoiceLine): Promise<void> {
		await line.kept.save();
		const { id, version } = line.kept;
		if (id) await this.keeper.removeVoice({ id, version });
		this.lines = this.lines.filter((other) => other.key !== line.key);
		if (this.lines.length === 0) this.addLine();
	}

	addClaim(): void {
		this.claims.push(this.#claim());
	}

	async removeClaim(claim: KeptClaim): Promise<void> {
		await claim.save();
		const { id, version } = claim;
		if (id) await this.keeper.removeClaim({ id, version });
		this.claims = this.claims.filter((other) => other !== claim);
	}

	/** The date decides the half-term, until another is chosen. */
	dateChanged(): void {
		this.event.values.half_term_id = null;
		this.event.left();
	}

	/** The event's id, once it is saved: what was heard there needs it. */
	async made(): Promise<string> {
		if (!this.event.id) this.event.left();
		await this.event.save();
		if (this.event.id) return this.event.id;
		throw new Refused('invalid', 'The event above could not be saved yet, so this waits with it.');
	}

	/** Saves everything that waits. */
	async saveAll(): Promise<void> {
		await this.event.save();
		for (const line of this.lines) await line.kept.save();
		for (const claim of this.claims) await claim.save();
	}

	/** Follows what changed elsewhere, such as an undo. */
	follow(page: EventPage): void {
		this.event.follow(page.event);
		const making = this.lines.some((line) => !line.kept.id && line.kept.waits === false && line.kept.values.words.trim() !== '');
		for (const voice of page.voices) {
			const line = this.lines.find((other) => other.kept.id === voice.id);
			if (line) {
				line.listed = true;
				line.kept.follow(voice);
			} else if (!making) {
				this.lines.splice(Math.max(0, this.lines.length - 1), 0, this.#line(voice));
			}
		}
		this.lines = this.lines.filter((line) => !line.listed || !line.kept.id || page.voices.some((voice) => voice.id === line.kept.id));
		for (const check of page.reality_checks) this.claims.find((claim) => claim.id === check.id)?.follow(check);
		if (this.lines.length === 0) this.addLine();
	}

	/** A claim's words, looked at as voices are. */
	watchSeen(claim: KeptClaim): Watched {
		const write = (text: string): void => {
			claim.values.seen = text;
			claim.left();
		};
		return new Watched(() => claim.values.seen, write, (words) => this.keeper.look(words, null));
	}

	#watch(field: 'title' | 'what_happened' | 'take_to_board'): Watched {
		const write = (text: string): void => {
			this.event.values[field] = text;
			this.event.left();
		};
		return new Watched(() => this.event.values[field], write, (words) => this.keeper.look(words, null));
	}

	#line(voice: Voice): VoiceLine {
		const line = new VoiceLine(this, voice, voice);
		line.listed = true;
		return line;
	}

	#claim(check?: RealityCheck): KeptClaim {
		const empty: ClaimValues = { event_id: null, claim: '', stands_in: '', promise_id: null, agenda_item_id: null, verdict: 'cannot_tell', seen: '' };
		return new Kept<ClaimValues, ClaimValues & Stored>(
			{
				ready: (typed) => typed.claim.trim() !== '',
				create: async (typed) => {
					const event_id = await this.made();
					return this.keeper.addClaim({ ...typed, event_id });
				},
				update: (typed) => this.keeper.editClaim(typed),
				fill: (typed, saved) => (typed.event_id = saved.event_id)
			},
			empty,
			check
		);
	}
}
