import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { answers, savedAll } from '$lib/backend/fakes/documents.answers';
import { expectAccessible } from '$lib/testing';
import SaveAll from './SaveAll.svelte';

const dialog = vi.hoisted(() => ({ chooseFile: vi.fn(), chooseFolder: vi.fn() }));
vi.mock('$lib/backend/shell', () => dialog);
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => dialog.chooseFolder.mockResolvedValue('/home/colin/December'));

const press = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }));

test('all that is due goes into the folder that was chosen, and what is missing is said first', async () => {
	const asked = answerWith(answers);
	const { container } = render(SaveAll, { meeting: 'm1' });
	await expectAccessible(container);
	await press('Save all for this meeting');
	await waitFor(() => expect(screen.getByRole('status').textContent).toContain('4 files in /home/colin/December/meeting-2026-12-03'));
	expect(asked.find(({ name }) => name === 'reports.save_all')?.request).toEqual({ meeting_id: 'm1', folder: '/home/colin/December', work: expect.any(String) });
	expect(screen.getByRole('status').textContent).toContain('2 documents missing or not whole.');
	const missing = within(screen.getByRole('list', { name: 'Missing' }));
	expect(missing.getByText('Agenda for the public')).toBeTruthy();
	expect(missing.getByText('It is not published yet. Publish it by Wednesday 25 November 2026.')).toBeTruthy();
	const made = within(screen.getByRole('list', { name: 'Made' })).getAllByRole('listitem');
	expect(made.map((line) => line.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
		'Agenda for members PDF and WordIt is not for publication: give it only to those who may read it.',
		'Agenda pack for members PDF',
		'Chair’s run sheet PDF'
	]);
	await expectAccessible(container);
});

test('it says how many documents are done, and what was made before it was cancelled', async () => {
	let stop: () => void = () => {};
	answerWith({
		...answers,
		'work.look': () => ({ done: 3, of: 25 }),
		'work.stop': () => (stop(), true),
		'reports.save_all': () =>
			new Promise((done) => {
				stop = () => done({ result: { ...savedAll, missing: [], stopped: true, made: savedAll.made.slice(0, 1) }, changed: [], entry: null, can_undo: false });
			})
	});
	const { container } = render(SaveAll, { meeting: 'm1' });
	await press('Save all for this meeting');
	await screen.findByText('3 of 25 documents', {}, { timeout: 5000 });
	await expectAccessible(container);
	await press('Cancel');
	await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Stopped. 1 file'));
	expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
	expect(screen.queryByRole('list', { name: 'Missing' })).toBeNull();
});

test('a folder that cannot be written is refused in words beside the button, and no folder is no question', async () => {
	const asked = answerWith({
		...answers,
		'reports.save_all': () => {
			throw { code: 'storage', message: 'You may not read or write that file. Choose another folder.', field: 'folder' };
		}
	});
	const { container } = render(SaveAll, { meeting: 'm1' });
	await press('Save all for this meeting');
	await waitFor(() => expect(screen.getByRole('status').textContent).toContain('You may not read or write that file. Choose another folder.'));
	await expectAccessible(container);
	const before = asked.length;
	dialog.chooseFolder.mockResolvedValue(null);
	await press('Save all for this meeting');
	expect(asked.length).toBe(before);
});
