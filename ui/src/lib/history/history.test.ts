import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { expectAccessible } from '$lib/testing';
import PageHistory from './PageHistory.svelte';

const undone = { result: 'e2', changed: ['voice'], entry: 'e2', can_undo: true };
const lines = [
	{ id: 'e1', at: '2026-10-08T18:00:00Z', by: 'Sam Reed', what: 'answer a voice', can_undo: true, records: 2 },
	{ id: 'e0', at: '2026-10-01T18:00:00Z', by: 'Pledgeboard', what: 'start the board', can_undo: false, records: 9 }
];

test('a list says who changed what when it is asked, and offers the undo', async () => {
	const asked = answerWith({ 'history.list': () => lines, 'history.undo': () => undone });
	const { container } = render(PageHistory, { kinds: ['voice', 'answer'] });
	expect(asked).toEqual([]);
	const user = userEvent.setup();
	await user.click(screen.getByText('Who changed what here'));
	const answer = (await screen.findByText('Answer a voice')).closest('li') as HTMLElement;
	expect(answer.textContent).toContain('Sam Reed');
	expect(asked[0]?.request).toEqual({ records: [], kinds: ['voice', 'answer'], limit: null });
	await expectAccessible(container);
	expect(within(screen.getByText('Start the board').closest('li') as HTMLElement).queryByRole('button', { name: /Undo/ })).toBeNull();
	await user.click(within(answer).getByRole('button', { name: /Undo/ }));
	expect(asked.find(({ name }) => name === 'history.undo')?.request).toEqual({ entry: 'e1' });
});

test('a page about one record asks for what belongs to it', async () => {
	const asked = answerWith({ 'history.list': () => [] });
	render(PageHistory, { of: ['m1', 'i1'], kinds: ['minute'] });
	await userEvent.setup().click(screen.getByText('Who changed what here'));
	await screen.findByText(/nobody has changed it here/);
	expect(asked[0]?.request).toEqual({ records: ['m1', 'i1'], kinds: ['minute'], limit: null });
});
