import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { options, wordsFor } from '.';

/** Every `text_enum!` of the domain as TypeScript. */
function fromTheDomain(): string {
	const folder = '../crates/domain/src';
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rs'));
	const enums: [string, string][] = [];
	for (const file of files) {
		for (const [, body = ''] of readFileSync(join(folder, file), 'utf8').matchAll(/^crate::text_enum! \{\n(.*?)\n\}$/gms)) {
			const name = /^\s+(\w+) \{$/m.exec(body)?.[1];
			if (!name) continue;
			const words = [...body.matchAll(/^\s+\w+ = "(\w+)"\s+=>\s+"([^"]+)",?$/gm)];
			enums.push([name, `\t${name}: {\n${words.map(([, key, text = '']) => `\t\t'${key}': '${text.replaceAll("'", '’')}'`).join(',\n')}\n\t}`]);
		}
	}
	enums.sort(([a], [b]) => a.localeCompare(b, 'en'));
	return `// The domain's words, written by \`npx vitest run src/lib/choices -u\`. Do not edit.\n\nexport const domainWords = {\n${enums.map(([, text]) => text).join(',\n')}\n} as const;\n`;
}

test('the words are those of the domain (if not: npx vitest run src/lib/choices -u)', async () => {
	await expect(fromTheDomain()).toMatchFileSnapshot('generated/words.ts');
});

test('a choice is offered in the order and words of the domain, with a capital', () => {
	expect(options('Rating').map((option) => option.value)).toEqual(['kept', 'getting_there', 'not_yet', 'cannot_tell']);
	expect(wordsFor('Rating', 'cannot_tell')).toBe('Can’t tell yet');
	expect(wordsFor('Role', 'vice_chair')).toBe('Vice-chair');
});

test('a word that is not known is still readable', () => {
	expect(wordsFor('Role', 'youth_mayor')).toBe('Youth mayor');
});
