import type { TemplateLine } from '$lib/backend';
import { minutes } from '$lib/wording';
import { ordinal } from '../[id]/agenda/purposes';

/** A template as its editor has it; without an id it is a new one. */
export interface Draft {
	id: string | null;
	version: number;
	name: string;
	lines: readonly TemplateLine[];
}

/** A line to begin with. */
export const line = (): TemplateLine => ({ title: '', kind: 'other', purpose: 'lead', presenting_minutes: 5, discussing_minutes: 10, presented_by: 'officer', lead_words: '' });

export const beginning = (): Draft => ({ id: null, version: 0, name: '', lines: [line()] });

/** How long it takes, in minutes. */
const total = (lines: readonly TemplateLine[]): number => lines.reduce((sum, one) => sum + one.presenting_minutes + one.discussing_minutes, 0);

/** At which place children first speak, from 1; 0 where they do not. */
const childrenSpeak = (lines: readonly TemplateLine[]): number => lines.findIndex((one) => one.kind === 'children_told' || one.presented_by === 'young_people') + 1;

/** Minutes in which officers present. */
const officers = (lines: readonly TemplateLine[]): number => lines.filter((one) => one.presented_by === 'officer').reduce((sum, one) => sum + one.presenting_minutes, 0);

/** Its shape in a line: "2 hours · children speak first · officers present for 10 minutes". */
export function shape(lines: readonly TemplateLine[]): string {
	const speak = childrenSpeak(lines);
	const presenting = officers(lines);
	return [
		minutes(total(lines)),
		speak > 0 ? `children speak ${ordinal(speak)}` : 'children do not speak',
		presenting > 0 ? `officers present for ${minutes(presenting)}` : 'no officer presents'
	].join(' · ');
}
