import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';
import { useTransport } from '$lib/backend/call';

// A machine that is busy with other things is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

// happy-dom does not know which option is `:checked`, by which Svelte finds what was chosen from a list.
const find = HTMLSelectElement.prototype.querySelector;
HTMLSelectElement.prototype.querySelector = function (this: HTMLSelectElement, query: string) {
	return query === ':checked' ? (this.selectedOptions[0] ?? null) : find.call(this, query);
} as typeof find;

afterEach(() => {
	cleanup();
	useTransport(null);
});
