import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/lib/styles/tokens.css', 'utf8');
const [usual = ''] = css.split(":root[data-theme='light']");
const contrastBlock = css.split(":root[data-theme='contrast']")[1]?.split('}')[0] ?? '';

type Palette = Record<string, string>;
const light: Palette = {};
const dark: Palette = {};
for (const [, name = '', day = '', night = ''] of usual.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)) {
	light[name] = day;
	dark[name] = night;
}
const contrast: Palette = { ...light };
for (const [, name = '', value = ''] of contrastBlock.matchAll(/--([\w-]+): (#\w{6})/g)) contrast[name] = value;

/** Relative luminance (WCAG 2.2, section 3). */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: string, other: string): number {
	const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

const text: [string, string][] = [
	...['ink', 'soft-ink', 'teal', 'teal-strong', 'plum', 'sun-text', 'leaf-text', 'coral', 'coral-text'].flatMap(
		(colour): [string, string][] => [[colour, 'paper'], [colour, 'card']]
	),
	...['plum', 'teal'].map((tone): [string, string] => [tone, `${tone}-wash`]),
	...['sun', 'leaf', 'coral'].map((tone): [string, string] => [`${tone}-text`, `${tone}-wash`]),
	['ink', 'neutral-wash'], ['soft-ink', 'neutral-wash'], ['ink', 'teal-wash'], ['ink', 'sun-wash'], ['soft-ink', 'sun-wash'],
	['soft-ink', 'teal-wash'], ['teal-strong', 'teal-wash'],
	['on-deep', 'deep'], ['on-deep-soft', 'deep'], ['on-deep', 'deep-badge'], ['on-deep-chosen', 'deep-chosen'],
	['on-teal', 'teal'], ['on-teal', 'teal-strong'], ['on-coral', 'coral']
];
const shapes: [string, string][] = [
	['control-line', 'paper'], ['control-line', 'card'], ['teal', 'card'], ['plum', 'card'], ['coral', 'card'],
	['focus', 'paper'], ['focus', 'card'], ['leaf', 'card']
];

describe.each([
	['light', light, 4.5],
	['dark', dark, 4.5],
	['contrast', contrast, 7]
] as const)('the %s theme', (_, palette, least) => {
	test.each(text)('reads %s on %s', (front, ground) => {
		expect(ratio(palette[front] ?? '', palette[ground] ?? '')).toBeGreaterThanOrEqual(least);
	});

	test.each(shapes)('shows %s on %s', (front, ground) => {
		expect(ratio(palette[front] ?? '', palette[ground] ?? '')).toBeGreaterThanOrEqual(3);
	});
});
