import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk, others } from '$lib/backend';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers } from '$lib/backend/fakes/desk.answers';
import type { Desk } from '$lib/backend/generated/types';
import { saved } from '$lib/backend/save.svelte';
import { search } from '$lib/search/search.svelte';
import { expectAccessible } from '$lib/testing';
import Layout from './+layout.svelte';

const { goto } = vi.hoisted(() => ({ goto: vi.fn() }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/'), data: {} } }));
vi.mock('$app/navigation', () => ({ afterNavigate: () => {}, goto }));

const children = createRawSnippet(() => ({ render: () => '<h1>Home</h1>' }));
let asked: Asked[];

function show(change: (desk: Desk) => Desk = (same) => same): HTMLElement {
	const usual = answers['desk.show']?.({}) as Desk;
	asked = answerWith({ ...answers, 'desk.show': () => change(usual) });
	return render(Layout, { children }).container;
}

beforeEach(() => {
	goto.mockClear();
	desk.current = undefined;
	search.open = false;
	saved.entry = null;
	[others.away, others.here] = [false, []];
});

test('the frame names the board and who works at it', async () => {
	const container = show();
	expect(await screen.findByText('Cllr Amina Yusuf')).toBeTruthy();
	expect(screen.getByRole('main').textContent).toContain('Home');
	await expectAccessible(container);
	expect(goto).not.toHaveBeenCalled();
});

test('without a board the app begins at the start, without a person it asks who', async () => {
	show((usual) => ({ ...usual, board: null }));
	await waitFor(() => expect(goto).toHaveBeenLastCalledWith('/start', { replaceState: true }));
	desk.take({ ...(desk.current as Desk), board: { ...(answers['desk.show']?.({}) as Desk).board!, person: null } });
	await waitFor(() => expect(goto).toHaveBeenLastCalledWith('/who', { replaceState: true }));
	expect(screen.queryByRole('navigation')).toBeNull();
});

test('who may only read a shared board is told so', async () => {
	const usual = answers['desk.show']?.({}) as Desk;
	const seen = { kinds: [], everything: false, away: false, here: [] };
	const read: Desk = { ...usual, board: { ...usual.board!, place: { place: 'shared', part: 'auditor' } } };
	answerWith({ ...answers, 'desk.show': () => read, 'desk.look_round': () => seen });
	const { container } = render(Layout, { children });
	await screen.findByText('Cllr Amina Yusuf');
	expect(await screen.findByText(/Your part in this board is to read/)).toBeTruthy();
	await expectAccessible(container);
});

test('a shared board says who else is here, and that its server does not answer', async () => {
	vi.useFakeTimers({ shouldAdvanceTime: true });
	const shared = (usual: Desk): Desk => ({ ...usual, board: { ...usual.board!, place: { place: 'shared', part: 'link_champion' } } });
	let seen = { kinds: [], everything: false, away: false, here: ['Sam Okafor', 'Ruth Adeyemi'] };
	const usual = answers['desk.show']?.({}) as Desk;
	answerWith({ ...answers, 'desk.show': () => shared(usual), 'desk.look_round': () => seen });
	const { container } = render(Layout, { children });
	await screen.findByText('Cllr Amina Yusuf');
	await vi.advanceTimersByTimeAsync(1000);
	expect(await screen.findByText('Also here: Sam Okafor, Ruth Adeyemi')).toBeTruthy();
	seen = { ...seen, away: true, here: [] };
	await vi.advanceTimersByTimeAsync(1000);
	expect(await screen.findByText(/what you type stays here/)).toBeTruthy();
	vi.useRealTimers();
	await expectAccessible(container);
});

test('Ctrl K searches from anywhere', async () => {
	show();
	await screen.findByText('Cllr Amina Yusuf');
	await userEvent.setup().keyboard('{Control>}k{/Control}');
	expect(search.open).toBe(true);
});

test('Ctrl Z undoes the last change, but not while typing', async () => {
	show();
	await screen.findByText('Cllr Amina Yusuf');
	saved.entry = 'e9';
	const user = userEvent.setup();
	const box = document.body.appendChild(document.createElement('input'));
	box.focus();
	await user.keyboard('{Control>}z{/Control}');
	expect(asked.some(({ name }) => name === 'history.undo')).toBe(false);
	box.remove();
	await user.keyboard('{Control>}z{/Control}');
	await waitFor(() => expect(asked.find(({ name }) => name === 'history.undo')?.request).toEqual({ entry: 'e9' }));
});

test('what stops the app from reading its board is said at the top', async () => {
	answerWith({
		'desk.show': () => {
			throw { code: 'storage', message: 'This file was made by a newer Pledgeboard. Update the app to open it.', field: null };
		}
	});
	render(Layout, { children });
	expect(await screen.findByText(/made by a newer Pledgeboard/)).toBeTruthy();
});
