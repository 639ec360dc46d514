/** A field that was changed here and on the board meanwhile. */
export interface Differs {
	name: string;
	mine: unknown;
	theirs: unknown;
}

type Fields = Record<string, unknown>;

export type Whose = 'mine' | 'theirs';

/** Every change gives it a new version; the id is what it is. */
const ownNames = ['id', 'version'];

/** What somebody else changed while it was edited here, beside what was typed: nothing is overwritten unseen. */
export class Beside {
	/** Both changed it, and nobody has chosen yet. */
	differs: Differs[] = $state([]);
	/** Only they changed it; it is shown here as it is now. */
	taken: string[] = $state([]);

	/** Nothing may be saved until each is chosen. */
	get open(): boolean {
		return this.differs.length > 0;
	}

	/** There is something to look at before saving again. */
	get shows(): boolean {
		return this.open || this.taken.length > 0;
	}

	/**
	 * Looks at three of each field: `before` anybody changed it, as it is typed here (`values`), as it is on the board
	 * (`now`). What only they changed goes into the values; where both did, the value here stays until somebody chooses.
	 */
	look(before: object, values: object, now: object): void {
		const [was, mine, theirs] = [before as Fields, values as Fields, now as Fields];
		this.differs = [];
		this.taken = [];
		for (const name of Object.keys(mine)) {
			if (ownNames.includes(name) || !(name in theirs) || same(theirs[name], was[name]) || same(theirs[name], mine[name])) continue;
			if (same(mine[name], was[name])) {
				mine[name] = structuredClone(theirs[name]);
				this.taken.push(name);
			} else this.differs.push({ name, mine: mine[name], theirs: theirs[name] });
		}
	}

	/** One of two texts stays: "mine" is in the values already. */
	choose(name: string, whose: Whose, values: object): void {
		const found = this.differs.find((it) => it.name === name);
		if (found && whose === 'theirs') (values as Fields)[name] = $state.snapshot(found.theirs);
		this.differs = this.differs.filter((it) => it.name !== name);
	}

	forget(): void {
		this.differs = [];
		this.taken = [];
	}
}

/** The part of a request that names a record at a version: the request itself, or one of its fields. */
export function versioned(request: unknown): (Fields & { version: number }) | undefined {
	if (!isFields(request)) return undefined;
	const parts = [request, ...Object.values(request)];
	return parts.find((part): part is Fields & { version: number } => isFields(part) && typeof part.version === 'number');
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
	return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
