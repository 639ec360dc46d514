import type { Appearance } from '$lib/backend/generated/types';

/** The themes that `desk.look` knows, with the words for them. */
export const themes = [
	{ value: 'system', label: 'As this computer' },
	{ value: 'light', label: 'Light' },
	{ value: 'dark', label: 'Dark' },
	{ value: 'contrast', label: 'High contrast' }
] as const;

const key = 'pledgeboard.appearance';

/** Shows the app as chosen, and remembers it for the first moments of the next start. */
export function showAppearance(appearance: Appearance): void {
	apply(appearance);
	localStorage.setItem(key, JSON.stringify(appearance));
}

/** Before the program has answered: as at the last start, so that a dark room sees no flash of white. */
export function showLastAppearance(): void {
	try {
		const last: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
		if (isAppearance(last)) apply(last);
	} catch {
		// A damaged note is no loss: the program answers in a moment.
	}
}

function apply({ theme, text_size: percent }: Appearance): void {
	const root = document.documentElement;
	if (theme === 'system') delete root.dataset.theme;
	else root.dataset.theme = theme;
	root.style.fontSize = percent === 100 ? '' : `${percent}%`;
}

function isAppearance(value: unknown): value is Appearance {
	return typeof value === 'object' && value !== null && 'theme' in value && 'text_size' in value;
}
