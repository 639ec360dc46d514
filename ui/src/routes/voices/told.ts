import type { ToldHow } from '$lib/backend';
import { wordsWithin } from '$lib/choices';

/** How children were told, within a sentence: "by a visit", "at their group". */
export function howTold(how: ToldHow): string {
	return how === 'group' ? wordsWithin('ToldHow', how) : `by ${wordsWithin('ToldHow', how)}`;
}
