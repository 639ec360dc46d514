import axe from 'axe-core';
import { expect } from 'vitest';

/** No breach of WCAG 2.2 A and AA that axe can see without a layout (contrast: tokens.test.ts and the tests on the real app). */
export async function expectAccessible(container: Element): Promise<void> {
	const { violations } = await axe.run(container, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
		// A component is no whole page: landmarks are the layout's.
		rules: { 'color-contrast': { enabled: false }, region: { enabled: false } }
	});
	const said = violations.map(
		(violation) => `${violation.id}: ${violation.help}\n  ${violation.nodes.map((node) => node.html).join('\n  ')}`
	);
	expect(said).toEqual([]);
}
