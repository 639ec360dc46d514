import type { TemplateLine } from '$lib/backend';

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
export const total = (lines: readonly TemplateLine[]): number => lines.reduce((sum, one) => sum + one.presenting_minutes + one.discussing_minutes, 0);

/** At which place children first speak, from 1; 0 where they do not. */
export const childrenSpeak = (lines: readonly TemplateLine[]): number => lines.findIndex((one) => one.kind === 'children_told' || one.presented_by === 'young_people') + 1;

/** Minutes in which officers present. */
export const officers = (lines: readonly TemplateLine[]): number => lines.filter((one) => one.presented_by === 'officer').reduce((sum, one) => sum + one.presenting_minutes, 0);
