import { call, changes, desk, Refused, type MeetingDay, type NewHalfTerm, type Often, type Role, type Standing } from '$lib/backend';

/** The five steps by the first words of the request's fields that they fill. */
const places = ['', 'rhythm', 'half_terms', 'members', 'themes'] as const;

export interface Member {
	title: string;
	name: string;
	organisation: string;
	role: string | null;
}

const member = (role: Role): Member => ({ title: '', name: '', organisation: '', role });

/** What the five steps gather. A skipped step leaves nothing behind. */
export class Start {
	step = $state(0);
	council = $state('');
	name = $state('Corporate Parenting Board');
	called = $state('promises');
	standing: string | null = $state('statutory_committee');
	inPublic = $state(true);
	rhythm = $state({
		often: 'every_half_term' as string | null,
		day: 'thursday' as string | null,
		starts: '17:30' as string | null,
		ends: '19:30' as string | null,
		place: ''
	});
	/** Whether the rhythm's meetings are to be planned. */
	plans = $state(false);
	halfTerms: NewHalfTerm[] = $state([]);
	meetings: string[] = $state([]);
	members: Member[] = $state([member('chair'), member('lead_member'), member('councillor'), member('democratic_services')]);
	themes = $state([{ name: '', promise: '' }]);
	usualIndicators = $state(false);
	errors: Record<string, string> = $state({});
	error: string | undefined = $state();
	busy = $state(false);

	/** Asks for likely half-terms, once; later for the days that the rhythm gives in them. */
	async propose(): Promise<boolean> {
		return this.#attempt(async () => {
			const half_terms = this.halfTerms.length > 0 ? this.halfTerms : null;
			const proposed = await call('desk.propose_year', { half_terms, rhythm: this.plans ? this.#rhythm() : null });
			this.halfTerms = proposed.half_terms;
			this.meetings = proposed.meetings;
		});
	}

	async next(): Promise<void> {
		if (this.step === 1) this.plans = true;
		if ((this.step === 1 || this.step === 2) && !(await this.propose())) return;
		this.step++;
	}

	async skip(): Promise<void> {
		this.errors = {};
		this.error = undefined;
		if (this.step === 1) this.plans = false;
		if (this.step === 2) this.halfTerms = [];
		if (this.step === 1 || this.step === 2) await this.propose();
		if (this.step === 3) this.members = [];
		if (this.step === 4) this.themes = [];
		if (this.step < 4) this.step++;
		else await this.finish();
	}

	back(): void {
		this.errors = {};
		this.error = undefined;
		this.step--;
	}

	addMember(): void {
		this.members.push(member('councillor'));
	}

	/** Makes the board and opens it; true when it is there. */
	async finish(): Promise<boolean> {
		return this.#attempt(async () => {
			const made = await call('desk.start', {
				path: null,
				council: this.council,
				name: this.name,
				promises_called: this.called,
				standing: this.standing as Standing,
				meets_in_public: this.inPublic,
				rhythm: this.plans ? this.#rhythm() : null,
				half_terms: this.halfTerms,
				members: this.members.map((it) => ({ ...it, role: (it.role ?? 'observer') as Role })),
				themes: this.themes,
				usual_indicators: this.usualIndicators
			});
			desk.take(made);
			changes.everything();
		});
	}

	#rhythm() {
		const { often, day, starts, ends, place } = this.rhythm;
		return { often: often as Often, day: day as MeetingDay, starts: clock(starts) ?? '', ends: clock(ends), place };
	}

	/** Does something that may be refused, and shows the refusal at the step and field that it is about. */
	async #attempt(work: () => Promise<void>): Promise<boolean> {
		this.busy = true;
		this.errors = {};
		this.error = undefined;
		try {
			await work();
			return true;
		} catch (thrown) {
			const refused = Refused.from(thrown);
			if (refused.field) this.errors = { [refused.field]: refused.message };
			else this.error = refused.message;
			const place = places.findIndex((it) => it && refused.field?.startsWith(it));
			if (refused.field) this.step = Math.max(place, 0);
			return false;
		} finally {
			this.busy = false;
		}
	}
}

/** The program's times have seconds. */
function clock(time: string | null): string | null {
	return time && time.length === 5 ? `${time}:00` : time;
}
