import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectAccessible } from '$lib/testing';

// Documents as pages of a website, as the documents' own tests wrote them.
const folder = '../crates/documents/tests/html/';
const pages = readdirSync(folder).map((name): [string, string] => [name, readFileSync(folder + name, 'utf8')]);

test('there are pages to look at', () => {
	expect(pages.length).toBeGreaterThanOrEqual(6);
});

test.each(pages)('%s is accessible', async (_, source) => {
	const parsed = new DOMParser().parseFromString(source, 'text/html');
	expect(parsed.documentElement.lang).toBe('en-GB');
	expect(parsed.title).not.toBe('');
	expect(parsed.querySelectorAll('h1')).toHaveLength(1);
	expect(parsed.querySelector('script')).toBeNull();
	const levels = [...parsed.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
	levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
	const place = document.createElement('div');
	place.append(...parsed.body.childNodes);
	document.body.append(place);
	await expectAccessible(place).finally(() => place.remove());
});
