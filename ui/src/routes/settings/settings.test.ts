import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { answers as settingsAnswers } from '$lib/backend/fakes/settings.answers';
import { expectAccessible } from '$lib/testing';
import Board from './+page.svelte';
import Appearance from './appearance/+page.svelte';
import Calendar from './calendar/+page.svelte';
import History from './history/+page.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/settings'), data: {} } }));

function answering(more: Answers = {}): Asked[] {
	return answerWith({ ...deskAnswers, ...settingsAnswers, ...more });
}

const refuse = (field: string, message: string) => () => {
	throw { code: 'invalid', message, field };
};

beforeEach(async () => {
	answering();
	await desk.reload();
});

test('a refused setting says so beside its field', async () => {
	answering({ 'settings.save_board': refuse('quorum', 'The quorum must be between 1 and 50 members.') });
	const { container } = render(Board);
	const user = userEvent.setup();
	const quorum = await screen.findByRole('spinbutton', { name: 'Quorum' });
	await user.clear(quorum);
	await user.type(quorum, '99');
	await user.tab();
	expect(await screen.findByText('The quorum must be between 1 and 50 members.')).toBeTruthy();
	await expectAccessible(container);
});

test('a pattern shows the next number while it is typed', async () => {
	const next = (number: string) => ({ next: number, problem: null });
	answering({ 'settings.examples': ({ minute_pattern }) => ({ minute: next(`example of ${minute_pattern}`), action: next('A26-001') }) });
	render(Board);
	await userEvent.setup().type(await screen.findByRole('textbox', { name: 'Minute numbers' }), '!');
	expect(await screen.findByText('example of CPB {n}/{yy}!')).toBeTruthy();
});

test('overlapping half-terms are refused beside the dates', async () => {
	answering({ 'settings.save_half_term': refuse('starts', 'Autumn 2 starts before Autumn 1 ends.') });
	const { container } = render(Calendar);
	const [first] = await screen.findAllByLabelText('First day');
	const user = userEvent.setup();
	await user.clear(first!);
	await user.type(first!, '2026-12-01');
	await user.tab();
	expect((await screen.findAllByText('Autumn 2 starts before Autumn 1 ends.')).length).toBeGreaterThan(0);
	expect(screen.getByText(/A royal proclamation can still move or add days/)).toBeTruthy();
	await expectAccessible(container);
});

test('appearance is chosen for this computer', async () => {
	const asked = answering();
	const { container } = render(Appearance);
	await userEvent.setup().click(screen.getByRole('radio', { name: 'High contrast' }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'desk.appearance')?.request).toMatchObject({ theme: 'contrast' }));
	await expectAccessible(container);
});

test('every change is listed, and undone where it can be', async () => {
	const asked = answering();
	const { container } = render(History);
	await userEvent.setup().click(await screen.findByRole('button', { name: /^Undo : add the theme/ }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'history.undo')?.request).toEqual({ entry: 'h2' }));
	expect(screen.getByText('cannot be undone')).toBeTruthy();
	await expectAccessible(container);
});

test('a change is read before and after', async () => {
	const asked = answering();
	const { container } = render(History);
	const user = userEvent.setup();
	await user.click((await screen.findAllByRole('button', { name: /^What changed/ }))[0]!);
	expect(await screen.findByText('The name changed from “Safe homes” to “Feeling safe at home”.')).toBeTruthy();
	expect(asked.filter(({ name }) => name === 'history.show')).toHaveLength(1);
	await expectAccessible(container);
});

test('words are looked for everywhere and removed for good with a reason', async () => {
	const asked = answering({
		'removal.list': () => [{ id: 'r1', on: '2026-11-20', by: 'Colin Webb', why: 'A name was typed by mistake.', records: 2 }],
		'removal.find': () => ({ kinds: [{ called: 'voice', records: 1, changes: 2 }], papers: [{ id: 'p1', title: 'Moves', unread: false }, { id: 'p2', title: 'A scan', unread: true }] }),
		'removal.remove': () => ({ result: { id: 'r2', notices: ['The second folder is not there now.'] }, changed: ['removal'], entry: 'e9', can_undo: false })
	});
	const { container } = render(History);
	const user = userEvent.setup();
	expect(await screen.findByText(/A name was typed by mistake/)).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Remove words for good' }));
	await user.type(await screen.findByRole('textbox', { name: /Words to look for/ }), 'Zebedee Quill');
	await user.click(screen.getByRole('button', { name: 'Look for them' }));
	expect(await screen.findByText('voice: 1 record, 2 changes in the history')).toBeTruthy();
	await expectAccessible(container);
	expect((screen.getByRole('checkbox', { name: 'Moves' }) as HTMLInputElement).checked).toBe(true);
	await user.type(screen.getByRole('textbox', { name: /Why they have to go/ }), 'A name.');
	await user.click(screen.getByRole('button', { name: 'Remove for good' }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'removal.remove')?.request).toEqual({ words: 'Zebedee Quill', why: 'A name.', papers: ['p1'] }));
	expect(await screen.findByText('The second folder is not there now.')).toBeTruthy();
});

test('too few letters are refused beside the words, and words that stand nowhere say so', async () => {
	answering({ 'removal.list': () => [], 'removal.find': refuse('words', 'Enter at least 3 letters: fewer stand in too many words.') });
	render(History);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Remove words for good' }));
	await user.type(await screen.findByRole('textbox', { name: /Words to look for/ }), 'Jo');
	await user.click(screen.getByRole('button', { name: 'Look for them' }));
	expect(await screen.findByText(/at least 3 letters/)).toBeTruthy();
	answering({ 'removal.list': () => [], 'removal.find': () => ({ kinds: [], papers: [] }) });
	await user.click(screen.getByRole('button', { name: 'Look for them' }));
	expect(await screen.findByText('These words stand nowhere on the board.')).toBeTruthy();
});
