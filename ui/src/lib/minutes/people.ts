/** Somebody to choose from a list. */
export interface Named {
	id: string;
	name: string;
}

/** As options of a Select. */
export function choices(people: readonly Named[]): { value: string; label: string }[] {
	return people.map(({ id, name }) => ({ value: id, label: name }));
}

/** The letter of the n-th decision, from 0: "(a)". */
export function lettered(at: number): string {
	const letter = String.fromCharCode(97 + (at % 26));
	return at < 26 ? `(${letter})` : `(${String.fromCharCode(96 + Math.floor(at / 26))}${letter})`;
}
