import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers, evening } from '$lib/backend/fakes/evening.answers';
import { expectAccessible } from '$lib/testing';
import Page from './+page.svelte';

vi.mock('$app/navigation', () => ({ afterNavigate: () => {}, goto: vi.fn() }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/meetings/m1/meeting'), data: {} } }));

function show(projector = false): { container: HTMLElement; asked: Asked[] } {
	const asked = answerWith(answers);
	const { container } = render(Page, { data: { meeting: 'm1', projector } });
	return { container, asked };
}

const last = (asked: Asked[], name: string): unknown => asked.filter((one) => one.name === name).at(-1)?.request;

test('the current item, its time and the quorum stand in words', async () => {
	const { container } = show();
	expect(await screen.findByRole('heading', { name: '2 What children told us' })).toBeTruthy();
	expect(screen.getByText(/18 minutes left of 20/)).toBeTruthy();
	expect(screen.getByText(/There is a quorum/)).toBeTruthy();
	expect(screen.getByText(/Let young people speak first/)).toBeTruthy();
	await expectAccessible(container);
});

test('an item that runs over says so in words', async () => {
	answerWith({ ...answers, 'evening.show': () => ({ ...evening, elapsed: 23 * 60 + 5 }) });
	render(Page, { data: { meeting: 'm1', projector: false } });
	expect(await screen.findByText('3 minutes over the 20 minutes set')).toBeTruthy();
});

test('one key each takes the attendance, and the list moves on', async () => {
	const { asked } = show();
	await screen.findByRole('heading', { name: '2 What children told us' });
	const user = userEvent.setup();
	await user.keyboard('r');
	await waitFor(() => expect(document.activeElement?.textContent).toContain('Cllr Sam Okafor'));
	await user.keyboard('a');
	await waitFor(() =>
		expect(last(asked, 'evening.attend')).toEqual({ meeting_id: 'm1', person_id: 'okafor', status: 'apologies', substitute_for_id: null })
	);
	expect(document.activeElement?.textContent).toContain('Lee Hall');
	await user.keyboard('s');
	expect(await screen.findByRole('heading', { name: 'Lee Hall stands in' })).toBeTruthy();
});

test('N turns to the next item, but not while somebody writes', async () => {
	const { asked } = show();
	await screen.findByRole('heading', { name: '2 What children told us' });
	const user = userEvent.setup();
	await user.type(screen.getByLabelText(/What was said, in summary/), 'No new notes');
	expect(last(asked, 'evening.turn_to')).toBeUndefined();
	await user.keyboard('{Escape}n');
	await waitFor(() => expect(last(asked, 'evening.turn_to')).toEqual({ meeting_id: 'm1', item_id: 'i3' }));
	await waitFor(() =>
		expect(last(asked, 'minutes.write')).toEqual({ agenda_item_id: 'i2', version: 0, text: 'No new notes', private_text: '', officer_summary: '', plain_text: '' })
	);
});

test('the wall has no notes for the chair and asks for the public view', async () => {
	const { container, asked } = show(true);
	expect(await screen.findByRole('heading', { name: '2 What children told us' })).toBeTruthy();
	expect(last(asked, 'evening.show')).toEqual({ meeting_id: 'm1', projector: true });
	expect(container.textContent).not.toContain('Let young people speak first');
	await expectAccessible(container);
});
