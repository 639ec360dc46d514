import { Refused, call, save, type EditedLine, type Proposal, type Proposed } from '$lib/backend';

/** A proposal as the chair goes through it: what is ticked, what is changed, what is dropped. */
export class ProposalDraft {
	proposal: Proposal | undefined = $state.raw();
	refused: string | undefined = $state();
	/** Refusals by "key field". */
	errors: Record<string, string> = $state({});
	chosen: Record<string, boolean> = $state({});
	edits: Record<string, EditedLine> = $state({});
	readonly #meeting: string;

	constructor(meeting: string) {
		this.#meeting = meeting;
	}

	/** Those ticked, in order. */
	get keys(): string[] {
		return (this.proposal?.lines ?? []).filter((line) => this.chosen[line.key]).map((line) => line.key);
	}

	/** The lines by where they come from. */
	get groups(): { from: Proposed['from']; lines: Proposed[] }[] {
		const found: { from: Proposed['from']; lines: Proposed[] }[] = [];
		for (const line of this.proposal?.lines ?? []) {
			const group = found.find((other) => other.from === line.from);
			if (group) group.lines.push(line);
			else found.push({ from: line.from, lines: [line] });
		}
		return found;
	}

	/** Reads the proposal; what was ticked and changed stays where its line is still there. */
	async look(anew: boolean): Promise<void> {
		if (anew) {
			this.proposal = undefined;
			this.chosen = {};
			this.edits = {};
		}
		this.refused = undefined;
		this.errors = {};
		try {
			const answer = await call('agenda.propose', { meeting_id: this.#meeting });
			this.chosen = Object.fromEntries(answer.lines.map((line) => [line.key, this.chosen[line.key] ?? line.chosen]));
			this.proposal = answer;
		} catch (thrown) {
			this.refused = Refused.from(thrown).message;
		}
	}

	/** The line as it would go on, to be changed in place. */
	edit(line: Proposed): EditedLine {
		const there = this.edits[line.key];
		if (there) return there;
		const edit = {
			key: line.key,
			title: line.line.title,
			purpose: line.line.purpose,
			presenting_minutes: line.line.presenting_minutes,
			discussing_minutes: line.line.discussing_minutes,
			presented_by: line.line.presented_by,
			lead_id: line.lead_id,
			questions: [...line.questions],
			voices: [...line.voices]
		};
		this.edits[line.key] = edit;
		// What is kept is the watched copy, not the object that went in.
		return this.edits[line.key] ?? edit;
	}

	async drop(line: Proposed): Promise<void> {
		await this.#change(() => save('agenda.drop_proposed', { meeting_id: this.#meeting, key: line.key }, { said: `Dropped for this meeting: ${line.words}` }));
	}

	async askAgain(line: Proposed): Promise<void> {
		await this.#change(() => save('agenda.ask_again', { meeting_id: this.#meeting, key: line.key }, { said: `Proposed again: ${line.words}` }));
	}

	/** Puts what is ticked on the agenda; true when it is there. */
	async apply(): Promise<boolean> {
		const { keys } = this;
		const edits = keys.flatMap((key) => this.edits[key] ?? []).map((edit) => $state.snapshot(edit) as EditedLine);
		this.errors = {};
		try {
			await save('agenda.apply_proposal', { meeting_id: this.#meeting, keys, edits }, { said: 'The proposed items are on the agenda' });
			return true;
		} catch (thrown) {
			const { field, message } = Refused.from(thrown);
			const [, at, of] = /^edits\.(\d+)\.(.+)$/.exec(field ?? '') ?? [];
			const key = edits[Number(at ?? -1)]?.key;
			if (key && of) this.errors = { [`${key} ${of}`]: message };
			this.refused = message;
			return false;
		}
	}

	async #change(work: () => Promise<unknown>): Promise<void> {
		try {
			await work();
			await this.look(false);
		} catch (thrown) {
			this.refused = Refused.from(thrown).message;
		}
	}
}
