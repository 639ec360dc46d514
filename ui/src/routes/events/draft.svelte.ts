import { call, Refused, save, type Came, type Event, type Identifying, type NewEvent, type NewRealityCheck, type NewVoice, type RealityCheck, type Voice, type VoiceChoices } from '$lib/backend';
import type { EventPage } from '$lib/backend';
import { Kept } from '$lib/kept.svelte';

// Fields of choices hold what their controls give: a text, or null.
export interface EventValues {
	title: string;
	theme_id: string | null;
	half_term_id: string | null;
	date: string | null;
	place: string;
	kind: string | null;
	person_id: string | null;
	held: boolean;
	came: Came[];
	what_happened: string;
	take_to_board: string;
}

export interface VoiceValues {
	words: string;
	is_quote: boolean;
	heard_on: string | null;
	event_id: string | null;
	source: string;
	theme_id: string | null;
	cohort_id: string | null;
	age_band: string | null;
	share: string | null;
	sensitive: boolean;
}

export interface ClaimValues {
	event_id: string | null;
	claim: string;
	stands_in: string;
	promise_id: string | null;
	agenda_item_id: string | null;
	verdict: string | null;
	seen: string;
}

type Stored = { id: string; version: number };
export type KeptEvent = Kept<EventValues, EventValues & Stored>;
export type KeptClaim = Kept<ClaimValues, ClaimValues & Stored>;

const quiet = { quiet: true };

/** One thing said, as a line of the form. */
export class VoiceLine {
	readonly key = crypto.randomUUID();
	kept: Kept<VoiceValues, VoiceValues & Stored>;
	/** What in the words may say who somebody is. */
	identifying: Identifying[] = $state.raw([]);
	/** The program has listed it before: if it is gone now, somebody took it back. */
	listed = false;
	#draft: EventDraft;
	/** The theme was chosen by hand, so words guess it no more. */
	#chosen = false;
	#looking: ReturnType<typeof setTimeout> | undefined;

	constructor(draft: EventDraft, values: VoiceValues, record?: Voice) {
		this.#draft = draft;
		this.#chosen = record !== undefined;
		this.kept = new Kept<VoiceValues, VoiceValues & Stored>(
			{
				ready: (typed) => typed.words.trim() !== '' && draft.canHear,
				create: async (typed) => {
					const event_id = await draft.made();
					return save('voices.add', { ...typed, event_id, theme_id: typed.theme_id ?? draft.event.values.theme_id } as NewVoice, quiet);
				},
				update: (typed) => save('voices.edit', typed as Voice, quiet),
				fill: (typed, saved) => {
					typed.event_id = saved.event_id;
					typed.heard_on = saved.heard_on;
				}
			},
			values,
			record
		);
		if (record) void this.look();
	}

	typed(): void {
		this.kept.typed();
		clearTimeout(this.#looking);
		this.#looking = setTimeout(() => void this.look(), 250);
	}

	themeChosen(): void {
		this.#chosen = true;
		this.kept.left();
	}

	/** Asks what the words may be about, and whether they may say who somebody is. */
	async look(): Promise<void> {
		const words = this.kept.values.words;
		const seen = await call('voices.look', { words }).catch(() => null);
		if (!seen || words !== this.kept.values.words) return;
		this.identifying = seen.identifying;
		const guess = seen.theme_id ?? this.#draft.event.values.theme_id;
		if (this.#chosen || guess === this.kept.values.theme_id) return;
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

	constructor(choices: VoiceChoices, page?: EventPage) {
		this.choices = choices;
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
			what_happened: '',
			take_to_board: ''
		};
		this.event = new Kept<EventValues, EventValues & Stored>(
			{
				ready: (typed) => typed.theme_id !== null && typed.date !== null && typed.kind !== null,
				create: (typed) => save('events.log', typed as NewEvent, quiet),
				update: (typed) => save('events.edit', typed as Event, quiet),
				fill: (typed, saved) => {
					typed.half_term_id = saved.half_term_id;
					typed.held = saved.held;
				}
			},
			values,
			page?.event
		);
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
		if (id) await save('voices.remove', { id, version }, { said: 'Voice taken back' });
		this.lines = this.lines.filter((other) => other.key !== line.key);
		if (this.lines.length === 0) this.addLine();
	}

	addClaim(): void {
		this.claims.push(this.#claim());
	}

	async removeClaim(claim: KeptClaim): Promise<void> {
		await claim.save();
		const { id, version } = claim;
		if (id) await save('events.remove_claim', { id, version }, { said: 'Claim taken back' });
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
					return save('events.check_claim', { ...typed, event_id } as NewRealityCheck, quiet);
				},
				update: (typed) => save('events.edit_claim', typed as RealityCheck, quiet),
				fill: (typed, saved) => (typed.event_id = saved.event_id)
			},
			empty,
			check
		);
	}
}
