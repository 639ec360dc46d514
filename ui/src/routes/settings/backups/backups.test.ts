import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { answers as safeAnswers, backups, preview } from '$lib/backend/fakes/safe.answers';
import { notices } from '$lib/notices.svelte';
import { expectAccessible } from '$lib/testing';
import Backups from './+page.svelte';
import { size } from './size';

const { open } = vi.hoisted(() => ({ open: vi.fn(async () => '/share') }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/settings/backups'), data: {} } }));
vi.mock('$lib/backend/shell', () => ({ chooseFile: open, chooseFolder: open }));

const answering = (more: Answers = {}): Asked[] => answerWith({ ...deskAnswers, ...safeAnswers, ...more });
const requests = (asked: Asked[], name: string) => asked.filter((it) => it.name === name).map((it) => it.request);

beforeEach(async () => {
	answering();
	await desk.reload();
});

test('backups are listed with their day and reason, and one is made', async () => {
	const asked = answering();
	const { container } = render(Backups);
	expect(await screen.findByText('Made after a meeting · 4.2 MB')).toBeTruthy();
	expect(screen.getByText('another passphrase')).toBeTruthy();
	await userEvent.setup().click(screen.getByRole('button', { name: 'Back up now' }));
	await vi.waitFor(() => expect(requests(asked, 'backups.make')).toEqual([{}]));
	await expectAccessible(container);
});

test('putting a copy back shows first what would change, and can be undone', async () => {
	const asked = answering();
	const { container } = render(Backups);
	const user = userEvent.setup();
	await user.click((await screen.findAllByRole('button', { name: /^Put back/ }))[0]!);
	expect(await screen.findByText('3 changes to the board are not in the copy and would be gone.')).toBeTruthy();
	expect(screen.getByText('voice: 2 go, 1 as they were')).toBeTruthy();
	await expectAccessible(container);
	expect(requests(asked, 'backups.restore')).toEqual([]);
	await user.click(screen.getByRole('button', { name: 'Put this copy back' }));
	await vi.waitFor(() => expect(requests(asked, 'backups.restore')).toEqual([{ path: preview.path, passphrase: null }]));
	await vi.waitFor(() => expect(notices.list.at(-1)?.action?.words).toBe('Undo'));
	notices.list.at(-1)?.action?.act();
	await vi.waitFor(() => expect(requests(asked, 'backups.restore')[1]).toEqual({ path: '/b/2026-11-24T120000.000Z restore.pledgeboard', passphrase: null }));
});

test('a copy that says the same cannot be put back for nothing', async () => {
	answering({ 'backups.preview': () => ({ ...preview, kinds: [], undone: 0, latest: [] }) });
	render(Backups);
	await userEvent.setup().click((await screen.findAllByRole('button', { name: /^Put back/ }))[0]!);
	await screen.findByText('It says the same as the board does now.');
	expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Put this copy back' }).disabled).toBe(true);
});

test('a copy under another passphrase asks for it', async () => {
	const asked = answering({
		'backups.preview': ({ passphrase }) => {
			if (passphrase === 'the old words') return preview;
			throw { code: 'locked', message: 'This passphrase does not open this board. Check it and try again.', field: 'passphrase' };
		}
	});
	const { container } = render(Backups);
	const user = userEvent.setup();
	await user.click((await screen.findAllByRole('button', { name: /^Put back/ }))[1]!);
	const box = await screen.findByLabelText(/^The copy’s passphrase/);
	expect(screen.queryByRole('alert')).toBeNull();
	await user.type(box, 'wrong');
	await user.click(screen.getByRole('button', { name: 'Look into it' }));
	expect((await screen.findByRole('alert')).textContent).toContain('does not open this board');
	await expectAccessible(container);
	await user.clear(box);
	await user.type(box, 'the old words');
	await user.click(screen.getByRole('button', { name: 'Look into it' }));
	await user.click(await screen.findByRole('button', { name: 'Put this copy back' }));
	await vi.waitFor(() => expect(requests(asked, 'backups.restore')).toEqual([{ path: backups.backups[1]!.path, passphrase: 'the old words' }]));
});

test('the rule and a second folder are chosen, and a slip is said beside its field', async () => {
	const asked = answering({
		'backups.choose': ({ keeping }) => {
			if (keeping.newest < 3) throw { code: 'invalid', message: 'Keep between 3 and 100 of the newest backups.', field: 'newest' };
			return backups;
		}
	});
	const { container } = render(Backups);
	const user = userEvent.setup();
	const newest = await screen.findByRole('spinbutton', { name: 'The newest' });
	await user.clear(newest);
	await user.type(newest, '1');
	await user.click(screen.getByRole('button', { name: 'Keep this rule' }));
	expect((await screen.findAllByText('Keep between 3 and 100 of the newest backups.')).length).toBeGreaterThan(0);
	await expectAccessible(container);
	await user.clear(newest);
	await user.type(newest, '20');
	await user.click(screen.getByRole('button', { name: 'Choose the folder…' }));
	await user.click(screen.getByRole('button', { name: 'Keep this rule' }));
	await vi.waitFor(() => expect(requests(asked, 'backups.choose').at(-1)).toEqual({ keeping: { newest: 20, days: 31, months: 24 }, second_folder: '/share' }));
});

test('a folder that was not there is a notice', async () => {
	answering({ 'backups.show': () => ({ ...backups, backups: [], notice: 'The backup could not be copied to the second folder /share: it is not there now.' }) });
	const { container } = render(Backups);
	expect(await screen.findByText(/it is not there now/)).toBeTruthy();
	expect(screen.getByText('Each backup shows here once it is made')).toBeTruthy();
	await expectAccessible(container);
});

test('sizes are read at a glance', () => {
	expect([300, 640_000, 4_210_000, 61_000_000].map(size)).toEqual(['1 KB', '640 KB', '4.2 MB', '61 MB']);
});
