import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { answers, found } from '$lib/backend/fakes/settings.answers';
import { expectAccessible } from '$lib/testing';
import { search } from './search.svelte';
import SearchDialog from './SearchDialog.svelte';

const { goto } = vi.hoisted(() => ({ goto: vi.fn() }));
vi.mock('$app/navigation', () => ({ goto }));

beforeEach(() => {
	goto.mockClear();
	answerWith(answers);
	search.open = true;
});

test('hits stand in groups, marked in words, and Enter opens the first', async () => {
	const { container } = render(SearchDialog);
	const user = userEvent.setup();
	await user.type(await screen.findByRole('searchbox'), 'home');
	expect(await screen.findByText('sensitive')).toBeTruthy();
	expect(screen.getByRole('heading', { name: found[0]!.title })).toBeTruthy();
	await expectAccessible(container);
	await user.keyboard('{Enter}');
	expect(goto).toHaveBeenCalledWith(found[0]!.hits[0]!.href);
	expect(search.open).toBe(false);
});

test('the arrows walk through the hits and back to the box', async () => {
	render(SearchDialog);
	const user = userEvent.setup();
	const box = await screen.findByRole('searchbox');
	await user.type(box, 'home');
	await screen.findByText('sensitive');
	await user.keyboard('{ArrowDown}{ArrowDown}');
	expect(document.activeElement?.getAttribute('href')).toBe(found[0]!.hits[1]!.href);
	await user.keyboard('{ArrowUp}{ArrowUp}');
	expect(document.activeElement).toBe(box);
});

test('nothing found says so', async () => {
	render(SearchDialog);
	await userEvent.setup().type(await screen.findByRole('searchbox'), 'nothing');
	expect(await screen.findByText(/Nothing on the board has “nothing”/)).toBeTruthy();
});
