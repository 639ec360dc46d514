/** How this computer shows the app: a matter of the person's eyes, not of the board, so it is kept here and not in the board file. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export const textSizes = ['usual', 'large', 'larger', 'largest'] as const;
export type Theme = (typeof themes)[number];
export type TextSize = (typeof textSizes)[number];

const key = 'pledgeboard.appearance';

class Appearance {
	theme: Theme = $state('system');
	text: TextSize = $state('usual');

	/** Reads what was chosen before and applies it. */
	start(): void {
		const kept = read();
		this.theme = themes.find((theme) => theme === kept.theme) ?? 'system';
		this.text = textSizes.find((size) => size === kept.text) ?? 'usual';
		this.#apply();
	}

	choose(change: { theme?: Theme; text?: TextSize }): void {
		this.theme = change.theme ?? this.theme;
		this.text = change.text ?? this.text;
		localStorage.setItem(key, JSON.stringify({ theme: this.theme, text: this.text }));
		this.#apply();
	}

	#apply(): void {
		const root = document.documentElement;
		if (this.theme === 'system') delete root.dataset.theme;
		else root.dataset.theme = this.theme;
		if (this.text === 'usual') delete root.dataset.text;
		else root.dataset.text = this.text;
	}
}

function read(): { theme?: unknown; text?: unknown } {
	try {
		return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
	} catch {
		return {};
	}
}

export const appearance = new Appearance();
