import type { GridHalfTerm, WallPromise } from '$lib/backend';
import { wordsFor } from '$lib/choices';
import { toCsv, type Column } from '$lib/components/table';

export interface Narrowing {
	/** Its name in the address: `?disputed=1`. */
	value: string;
	label: string;
	fits: (promise: WallPromise) => boolean;
	/** When nothing fits. */
	none: string;
}

export const narrowings: Narrowing[] = [
	{ value: 'disputed', label: 'In dispute', fits: (promise) => promise.disagreement !== null, none: 'No lenses disagree just now.' },
	{ value: 'due', label: 'Time to look again', fits: (promise) => promise.review_due, none: 'Every promise was looked at in its rhythm.' },
	{ value: 'overdue', label: 'With overdue commitments', fits: (promise) => promise.overdue > 0, none: 'No commitment is overdue.' },
	{ value: 'current', label: 'Not retired', fits: (promise) => !promise.retired, none: 'Every promise of this strategy is retired.' }
];

/** The address of a strategy's wall, narrowed or not. */
export function wallAddress(strategy: string | null, only?: string | null): string {
	const parts = new URLSearchParams();
	if (strategy) parts.set('strategy', strategy);
	if (only) parts.set(only, '1');
	const query = parts.toString();
	return query ? `/promises?${query}` : '/promises';
}

/** One line to a promise and lens. */
export function inCsv(promises: readonly WallPromise[], halfTerms: readonly GridHalfTerm[]): string {
	const lines = promises.flatMap((promise) => promise.lenses.map((lens) => ({ promise, lens })));
	const columns: Column<(typeof lines)[number]>[] = [
		{ key: 'number', label: 'Number', value: (line) => line.promise.number },
		{ key: 'title', label: 'Promise', value: (line) => line.promise.title },
		{ key: 'theme', label: 'Theme', value: (line) => line.promise.theme },
		{ key: 'lens', label: 'Lens', value: (line) => wordsFor('Lens', line.lens.lens) },
		...halfTerms.map((half, at) => ({
			key: half.id,
			label: half.name,
			value: (line: (typeof lines)[number]) => {
				const rating = line.lens.ratings[at];
				return rating ? wordsFor('Rating', rating) : null;
			}
		})),
		{ key: 'disagreement', label: 'Disagreement', value: (line) => line.promise.disagreement }
	];
	return toCsv(lines, columns);
}
