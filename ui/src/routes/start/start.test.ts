import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk, type Desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers } from '$lib/backend/fakes/desk.answers';
import { expectAccessible } from '$lib/testing';
import Who from '../who/+page.svelte';
import StartPage from './+page.svelte';
import StepsPage from './board/+page.svelte';

const { goto } = vi.hoisted(() => ({ goto: vi.fn() }));
const dialog = vi.hoisted(() => ({ chooseFile: vi.fn(), chooseFolder: vi.fn() }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/start'), data: {} } }));
vi.mock('$app/navigation', () => ({ goto }));
vi.mock('$lib/backend/shell', () => dialog);

const opened = answers['desk.show']?.({}) as Desk;
const nobody: Desk = { ...opened, board: { ...opened.board!, person: null } };

function answering(more: Answers = {}): Asked[] {
	return answerWith({ ...answers, 'desk.show': () => ({ ...opened, board: null }), ...more });
}

beforeEach(async () => {
	goto.mockClear();
	answering();
	await desk.reload();
});

test('the first screen has three choices and the boards opened before', async () => {
	const { container } = render(StartPage);
	for (const name of ['Open the sample board', 'Open an existing board', 'Open anytown']) expect(screen.getByRole('button', { name })).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Start our board' }).getAttribute('href')).toBe('/start/board');
	await expectAccessible(container);
});

test('the sample board asks who sits there', async () => {
	answering({ 'desk.sample': () => nobody });
	render(StartPage);
	await userEvent.setup().click(screen.getByRole('button', { name: 'Open the sample board' }));
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('/who'));
});

test('a board that cannot be opened is explained on the spot', async () => {
	answering({
		'desk.open': () => {
			throw { code: 'storage', message: 'There is no file at that place.', field: 'path' };
		}
	});
	render(StartPage);
	await userEvent.setup().click(screen.getByRole('button', { name: 'Open anytown' }));
	expect((await screen.findByRole('alert')).textContent).toContain('There is no file at that place.');
});

test('a damaged board offers its backups and what can be saved of it', async () => {
	const asked = answering({
		'desk.open': () => {
			throw { code: 'damaged', message: 'This board’s file is damaged.', field: 'path' };
		},
		'desk.way_back': () => ({ protected: false, backups: [{ path: '/b/one.pledgeboard', at: '2026-11-20T09:00:00Z', why: 'after a meeting' }] }),
		'desk.save_damaged': () => ({ path: '/boards/anytown saved.pledgeboard', saved: 894, lost: [{ called: 'voice', lost: 1 }] }),
		'desk.go_back': () => opened
	});
	const user = userEvent.setup();
	const { container } = render(StartPage);
	await user.click(screen.getByRole('button', { name: 'Open anytown' }));
	await screen.findByText(/after a meeting/);
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: /Put it back/ }));
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('/'));
	expect(asked.find(({ name }) => name === 'desk.go_back')?.request).toMatchObject({ copy: '/b/one.pledgeboard', passphrase: null });
	await user.click(screen.getByRole('button', { name: 'Save what can be saved' }));
	await screen.findByText(/894 records saved into a new board/);
	expect(screen.getByText(/Lost: 1 of kind “voice”/)).toBeTruthy();
	await expectAccessible(container);
});

const locked = (message: string) => () => {
	throw { code: 'locked', message, field: 'passphrase' };
};

test('a protected board asks for its passphrase, as often as it takes', async () => {
	const asked = answering({
		'desk.open': locked('This board is protected. Enter its passphrase to open it.'),
		'desk.unlock': ({ passphrase }) => (passphrase === 'kettle moon ladder' ? opened : locked('This passphrase does not open this board. Check it and try again. If you are sure that it is right, the file is damaged: restore a backup.')())
	});
	const { container } = render(StartPage);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Open anytown' }));
	const box = await screen.findByLabelText(/^Passphrase/);
	expect(screen.queryByRole('alert')).toBeNull();
	await user.type(box, 'wrong{Enter}');
	expect((await screen.findAllByText('This passphrase does not open this board. Check it and try again. If you are sure that it is right, the file is damaged: restore a backup.')).length).toBeGreaterThan(0);
	await expectAccessible(container);
	await user.clear(box);
	await user.type(box, 'kettle moon ladder');
	await user.click(await screen.findByRole('checkbox', { name: 'Remember on this computer' }));
	await user.click(screen.getByRole('button', { name: 'Open the board' }));
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('/'));
	expect(asked.findLast(({ name }) => name === 'desk.unlock')?.request).toEqual({ path: 'anytown.pledgeboard', passphrase: 'kettle moon ladder', remember: true });
});

test('the protected board that was open last asks at once, and can be left alone', async () => {
	answering({ 'desk.show': () => ({ ...opened, board: null, waiting: { path: 'anytown.pledgeboard', name: 'anytown' } }), 'desk.can_remember': () => false });
	await desk.reload();
	render(StartPage);
	await screen.findByRole('heading', { name: 'Open “anytown”' });
	expect(screen.queryByText('Remember on this computer')).toBeNull();
	await userEvent.setup().click(screen.getByRole('button', { name: 'Close' }));
	await vi.waitFor(() => expect(screen.queryByLabelText(/^Passphrase/)).toBeNull());
});

test('a shared board is opened by its address, with a password and the council’s certificate', async () => {
	const asked = answering({
		'desk.unlock': ({ path, passphrase }) => {
			if (!String(path).startsWith('postgres')) throw { code: 'invalid', message: 'This is not the address of a shared board. It looks like postgres://name@server/database.', field: 'address' };
			return passphrase === 'tulip ocean' ? opened : locked('That name or password is not right. Try again.')();
		}
	});
	dialog.chooseFile.mockResolvedValue('/etc/anytown ca.pem');
	const { container } = render(StartPage);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Open a shared board' }));
	const address = await screen.findByLabelText(/^Address/);
	await expectAccessible(container);
	await user.type(address, 'anytown');
	await user.type(screen.getByLabelText(/^Password/), 'wrong');
	await user.click(screen.getByRole('button', { name: 'Open the board' }));
	expect((await screen.findAllByText(/It looks like postgres/)).length).toBeGreaterThan(0);
	await user.clear(address);
	await user.type(address, 'postgres://amina@db.anytown.gov.uk/board');
	await user.click(screen.getByRole('button', { name: /Choose the council’s certificate/ }));
	await screen.findByText('/etc/anytown ca.pem');
	await user.click(screen.getByRole('button', { name: 'Open the board' }));
	expect((await screen.findAllByText('That name or password is not right. Try again.')).length).toBeGreaterThan(0);
	await expectAccessible(container);
	await user.clear(screen.getByLabelText(/^Password/));
	await user.type(screen.getByLabelText(/^Password/), 'tulip ocean');
	await user.click(screen.getByRole('button', { name: 'Open the board' }));
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('/'));
	expect(asked.findLast(({ name }) => name === 'desk.unlock')?.request).toEqual({
		path: 'postgres://amina@db.anytown.gov.uk/board?sslrootcert=%2Fetc%2Fanytown%20ca.pem',
		passphrase: 'tulip ocean',
		remember: false
	});
});

test('five steps can all be skipped', async () => {
	const asked = answering({ 'desk.start': () => nobody });
	render(StepsPage);
	const user = userEvent.setup();
	for (const title of ['Your board', 'When you meet', 'Half-terms', 'Who is on the board', 'Promises and themes']) {
		await screen.findByRole('heading', { name: new RegExp(`: ${title}$`) });
		await user.click(screen.getByRole('button', { name: 'Skip this step' }));
	}
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('/who'));
	expect(asked.at(-1)?.request).toMatchObject({ rhythm: null, members: [], themes: [] });
});

test('a refused step shows its sentence beside the field', async () => {
	answering({
		'desk.propose_year': () => {
			throw { code: 'invalid', message: 'Enter the place.', field: 'rhythm.place' };
		}
	});
	const { container } = render(StepsPage);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Next' }));
	await user.click(await screen.findByRole('button', { name: 'Next' }));
	const place = await screen.findByRole('textbox', { name: 'Place', description: /Enter the place/ });
	expect(place.getAttribute('aria-invalid')).toBe('true');
	await expectAccessible(container);
});

test('who is using this computer is one press, or adding oneself', async () => {
	const asked = answering({ 'desk.work_as': () => opened });
	const { container } = render(Who);
	const user = userEvent.setup();
	await screen.findByRole('button', { name: /Cllr Sam Okafor/ });
	await user.click(screen.getByRole('button', { name: 'I am not in this list' }));
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: /Cllr Sam Okafor/ }));
	await vi.waitFor(() => expect(goto).toHaveBeenCalledWith('/'));
	expect(asked.find(({ name }) => name === 'desk.work_as')?.request).toEqual({ person_id: 'sam' });
});
