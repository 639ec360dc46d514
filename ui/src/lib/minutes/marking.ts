import type { AccessKind } from '$lib/backend';
import { list } from '$lib/wording';

/** "Exempt · paragraphs 1 and 2", "Confidential", "Restricted"; null when open. As the program words it too. */
export function markingOf({ access, paragraphs }: { access: AccessKind; paragraphs: readonly number[] }): string | null {
	if (access === 'open') return null;
	if (access !== 'exempt') return access === 'confidential' ? 'Confidential' : 'Restricted';
	return `Exempt · ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${list(paragraphs.map(String))}`;
}
