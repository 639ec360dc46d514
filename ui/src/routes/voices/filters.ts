import type { VoiceLine } from '$lib/backend';

/** What the list shows, as its address says it: `?waiting=1&since=2026-11-01&theme=…&sensitive=1`. */
export interface VoiceFilters {
	became: string | null;
	since: string | null;
	/** Answered, or told back, on this day or later. */
	answered?: string | null;
	told?: string | null;
	theme: string | null;
	/** Heard in this half-term, or at an event of it. */
	halfTerm?: string | null;
	/** The document in which they were printed. */
	printed?: string | null;
	sensitive: boolean;
}

export function readFilters(address: URLSearchParams): VoiceFilters {
	return {
		became: address.get('waiting') === '1' ? 'waiting' : address.get('became'),
		since: address.get('since'),
		answered: address.get('answered'),
		told: address.get('told'),
		theme: address.get('theme'),
		halfTerm: address.get('half_term'),
		printed: address.get('printed'),
		sensitive: address.get('sensitive') === '1'
	};
}

/** The address of a filtered list. */
export function listAddress({ became, since, answered, told, theme, halfTerm, printed, sensitive }: VoiceFilters): string {
	const parts = new URLSearchParams();
	if (became === 'waiting') parts.set('waiting', '1');
	else if (became) parts.set('became', became);
	if (since) parts.set('since', since);
	if (answered) parts.set('answered', answered);
	if (told) parts.set('told', told);
	if (theme) parts.set('theme', theme);
	if (halfTerm) parts.set('half_term', halfTerm);
	if (printed) parts.set('printed', printed);
	if (sensitive) parts.set('sensitive', '1');
	const query = parts.toString();
	return query ? `/voices?${query}` : '/voices';
}

export function fits(voice: VoiceLine, { became, since, answered, told, theme, halfTerm, sensitive }: VoiceFilters): boolean {
	return (
		(!became || voice.became === became || (became === 'late' && voice.late)) &&
		(!since || voice.heard_on >= since) &&
		(!answered || (voice.answered_on !== null && voice.answered_on >= answered)) &&
		(!told || (voice.told_on !== null && voice.told_on >= told)) &&
		(!theme || voice.theme_id === theme) &&
		(!halfTerm || voice.half_term_id === halfTerm) &&
		(!sensitive || voice.sensitive)
	);
}
