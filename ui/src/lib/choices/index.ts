/**
 * The domain's choices (roles, purposes, ratings, states…) in its own words.
 *
 *     <Select label="Purpose" options={options('Purpose')} … />     <Pill>{wordsFor('MeetingState', meeting.state)}</Pill>
 */
import { words } from '$lib/wording';
import { domainWords } from './generated/words';

export type Choice = keyof typeof domainWords;

/** Every value with its words, in the domain's order: for Select, RadioGroup and Checklist. */
export function options(choice: Choice): { value: string; label: string }[] {
	return Object.entries(domainWords[choice]).map(([value, text]) => ({ value, label: capital(text) }));
}

/** The words for one value, with a capital: "Getting there". */
export function wordsFor(choice: Choice, value: string): string {
	return capital((domainWords[choice] as Record<string, string>)[value] ?? words(value));
}

/** The words for one value inside a sentence: "getting there". */
export function wordsWithin(choice: Choice, value: string): string {
	return (domainWords[choice] as Record<string, string>)[value] ?? words(value).toLowerCase();
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
