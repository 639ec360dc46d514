import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk, type Desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { answers as safeAnswers, security } from '$lib/backend/fakes/safe.answers';
import { expectAccessible } from '$lib/testing';
import Security from './+page.svelte';

const { save } = vi.hoisted(() => ({ save: vi.fn(async () => '/safe/sheet.pdf') }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/settings/security'), data: {} } }));
vi.mock('$lib/backend/shell', () => ({ chooseWhereToSave: save }));

const answering = (more: Answers = {}): Asked[] => answerWith({ ...deskAnswers, ...safeAnswers, ...more });
const protectedBoard = (more = {}) => ({ 'security.show': () => ({ ...security, protected: true, ...more }) });
const refuse = (code: string, field: string, message: string) => () => {
	throw { code, message, field };
};

beforeEach(async () => {
	answering();
	await desk.reload();
});

test('a board is protected with a passphrase typed twice, and then offers its recovery sheet', async () => {
	const asked = answering();
	const { container } = render(Security);
	const user = userEvent.setup();
	await expectAccessible(container);
	const typed = await screen.findByLabelText(/^New passphrase/);
	expect(typed.getAttribute('type')).toBe('password');
	await user.type(typed, 'kettle moon ladder');
	await user.type(screen.getByLabelText(/^The same again/), 'kettle moon ladder');
	await user.click(screen.getByRole('button', { name: 'Protect the board' }));
	await user.click(await screen.findByRole('button', { name: 'Save the recovery sheet' }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'security.save_sheet')?.request).toEqual({ path: '/safe/sheet.pdf' }));
	expect(asked.find(({ name }) => name === 'security.protect')?.request).toEqual({ new: 'kettle moon ladder', again: 'kettle moon ladder', remember: false });
	await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Save the recovery sheet' })).toBeNull());
	await expectAccessible(container);
});

test('a refused passphrase says so beside its field', async () => {
	answering({ 'security.protect': refuse('invalid', 'again', 'The two passphrases are not the same. Type it again.') });
	const { container } = render(Security);
	await userEvent.setup().click(await screen.findByRole('button', { name: 'Protect the board' }));
	const again = await screen.findByLabelText(/^The same again/, { selector: '[aria-invalid=true]' });
	expect(document.activeElement).toBe(again);
	await expectAccessible(container);
});

test('the passphrase is changed and taken away by who knows it', async () => {
	const asked = answering({ ...protectedBoard(), 'security.unprotect': refuse('locked', 'passphrase', 'This is not the board’s passphrase. Check it and try again.') });
	const { container } = render(Security);
	const user = userEvent.setup();
	await user.type(await screen.findByLabelText(/^Present passphrase/), 'old words');
	await user.click(screen.getByRole('button', { name: 'Change the passphrase' }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'security.change')?.request).toMatchObject({ passphrase: 'old words' }));
	await user.click(screen.getByRole('button', { name: 'Take the protection away' }));
	expect((await screen.findAllByText('This is not the board’s passphrase. Check it and try again.')).length).toBeGreaterThan(0);
	await expectAccessible(container);
});

test('remembering is offered only where there is a keychain', async () => {
	answering(protectedBoard({ can_remember: false }));
	const without = render(Security);
	await screen.findByLabelText(/^Present passphrase/);
	expect(screen.queryByText(/Remember on this computer/)).toBeNull();
	without.unmount();
	const asked = answering(protectedBoard({ remembered: true }));
	render(Security);
	await userEvent.setup().click(await screen.findByRole('button', { name: 'Forget it on this computer' }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'security.remember')?.request).toEqual({ remember: false }));
	expect(await screen.findByRole('button', { name: 'Remember on this computer' })).toBeTruthy();
});

test('a backup that did not go with the board is said', async () => {
	answering({ 'security.protect': () => ({ ...security, protected: true, notices: ['1 backup could not be put under the new passphrase.'] }) });
	render(Security);
	await userEvent.setup().click(await screen.findByRole('button', { name: 'Protect the board' }));
	expect(await screen.findByText('1 backup could not be put under the new passphrase.')).toBeTruthy();
});

test('a board goes to a server, and what is refused stands beside its field', async () => {
	const opened = deskAnswers['desk.show']?.({}) as Desk;
	const shared: Desk = { ...opened, board: { ...opened.board!, path: 'postgres://owner@db/board', place: { place: 'shared', part: null } } };
	let full = true;
	const asked = answering({
		'desk.share': () => (full ? refuse('invalid', 'address', 'There is a board already. Choose an empty database, or another file.')() : shared),
		'work.look': () => ({ done: 1, of: 3 })
	});
	const { container } = render(Security);
	const user = userEvent.setup();
	await user.type(await screen.findByLabelText(/^Address of the empty database/), 'postgres://owner@db/board');
	await user.type(screen.getByLabelText(/^Password/), 'tulip');
	await user.click(screen.getByRole('button', { name: 'Share the board' }));
	expect((await screen.findAllByText(/There is a board already/)).length).toBeGreaterThan(0);
	await expectAccessible(container);
	full = false;
	await user.click(screen.getByRole('button', { name: 'Share the board' }));
	expect(await screen.findByText(/Its server knows who may open it/)).toBeTruthy();
	expect(asked.findLast(({ name }) => name === 'desk.share')?.request).toMatchObject({ address: 'postgres://owner@db/board', passphrase: 'tulip' });
	await expectAccessible(container);

	// And back: the page is again that of a file.
	answering({ 'desk.keep_in_file': () => opened, 'work.look': () => ({ done: 1, of: 3 }) });
	await user.click(screen.getByRole('button', { name: 'Copy the board into a file' }));
	expect(await screen.findByText('Not protected.')).toBeTruthy();
});
