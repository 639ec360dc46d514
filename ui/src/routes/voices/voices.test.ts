import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers, lines, voicePage } from '$lib/backend/fakes/loop.answers';
import { toCsv } from '$lib/components/table';
import { expectAccessible } from '$lib/testing';
import { fits, listAddress, readFilters } from './filters';
import Voices from './+page.svelte';
import One from './[id]/+page.svelte';

const address = vi.hoisted(() => ({ url: new URL('tauri://localhost/voices'), params: { id: 'v1' }, data: {} }));
vi.mock('$app/state', () => ({ page: address }));
vi.mock('$app/navigation', () => ({ goto: vi.fn(), replaceState: vi.fn() }));

let asked: Asked[];
beforeEach(() => {
	address.url = new URL('tauri://localhost/voices');
	asked = answerWith(answers);
});

test('each voice stands with what became of it, and late ones are pointed out', async () => {
	const { container } = render(Voices);
	expect(await screen.findByText('Waiting 6 days')).toBeTruthy();
	expect(screen.getByText('Waiting 23 weeks')).toBeTruthy();
	expect(screen.getByText('Told 20 Nov')).toBeTruthy();
	expect(screen.getByText(/1 voice has waited longer than we promise/)).toBeTruthy();
	await expectAccessible(container);
});

test('the address narrows the list', async () => {
	address.url = new URL('tauri://localhost/voices?waiting=1&since=2026-11-01');
	render(Voices);
	expect(await screen.findByText('Waiting 6 days')).toBeTruthy();
	expect(screen.queryByText('Waiting 23 weeks')).toBeNull();
	expect(screen.queryByText('Told 20 Nov')).toBeNull();
});

test('filters read from an address write the same address', () => {
	const filters = readFilters(new URLSearchParams('waiting=1&since=2026-11-01&theme=home&sensitive=1'));
	expect(listAddress(filters)).toBe('/voices?waiting=1&since=2026-11-01&theme=home&sensitive=1');
	expect(lines.filter((line) => fits(line, { became: 'late', since: null, theme: null, sensitive: false })).map((line) => line.id)).toEqual(['v2']);
});

test('an export says less than the screen where the column says so', () => {
	const csv = toCsv(lines, [{ key: 'words', label: 'Words', value: (row) => row.words, exported: (row) => (row.may_leave ? row.words : '(withheld)') }]);
	expect(csv).toContain('The food is nice.');
	expect(csv).not.toContain('frightened');
});

test('a voice shows its way, and telling back asks how', async () => {
	const { container } = render(One);
	expect(await screen.findByText('The law does not let us.', { selector: 'p' })).toBeTruthy();
	expect((await screen.findByRole('link', { name: 'What children told us' })).getAttribute('href')).toBe('/meetings/m1/minutes#item-i1');
	await expectAccessible(container);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'We told them' }));
	await user.click(await screen.findByRole('radio', { name: 'A visit' }));
	await user.click(screen.getByRole('button', { name: 'Record it' }));
	await waitFor(() => expect(asked.find((it) => it.name === 'voices.tell')?.request).toMatchObject({ id: 'a1', version: 1, told_how: 'visit' }));
});

test('a waiting voice is answered with a reason', async () => {
	asked = answerWith({ ...answers, 'voices.show': () => ({ ...voicePage, became: 'waiting', answers: [], seen_at: null }) });
	render(One);
	const user = userEvent.setup();
	expect((await screen.findByText(/An answer is due by/)).textContent).toContain('the end of the next half-term.');
	expect(screen.queryByRole('checkbox', { name: 'Answer it without the board' })).toBeNull();
	await user.click(await screen.findByRole('radio', { name: 'No, because…' }));
	await user.click(screen.getByRole('checkbox', { name: 'Answer it without the board' }));
	await user.type(screen.getByRole('textbox', { name: 'The answer in plain words' }), 'There is no room.');
	await user.click(screen.getByRole('button', { name: 'Answer' }));
	await waitFor(() => expect(asked.find((it) => it.name === 'voices.answer')?.request).toMatchObject({ voice_id: 'v1', kind: 'no_because', plain_text: 'There is no room.', without_the_board: true }));
});

test('one visit tells several voices', async () => {
	render(Voices);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('checkbox', { name: 'Tick Can we have a dog?' }));
	expect(screen.getByText('1 voice ticked')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'We told them' }));
	await user.click(await screen.findByRole('radio', { name: 'At their group' }));
	await user.click(screen.getByRole('button', { name: 'Record it for all' }));
	await waitFor(() => expect(asked.find((it) => it.name === 'voices.tell_voices')?.request).toMatchObject({ voices: ['v4'], told_how: 'group' }));
	await waitFor(() => expect(screen.queryByText('1 voice ticked')).toBeNull());
});

test('a voice is taken back with its reason', async () => {
	asked = answerWith({ ...answers, 'voices.show': () => ({ ...voicePage, became: 'waiting', answers: [] }) });
	render(One);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'It was written down twice', hidden: true }));
	await waitFor(() => expect(asked.find((it) => it.name === 'voices.remove')?.request).toEqual({ id: 'v1', version: 1, why: 'twice' }));
});

test('the voices of a printed document are shown with its name', async () => {
	address.url = new URL('tauri://localhost/voices?printed=d1');
	render(Voices);
	expect(await screen.findByText(/What happened at the meeting\?, 20 November 2026/)).toBeTruthy();
	expect(asked.find((it) => it.name === 'voices.list')?.request).toMatchObject({ printed: 'd1' });
});
