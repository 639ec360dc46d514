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
	expect(screen.getByText(/1 voice has waited past the end/)).toBeTruthy();
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
	expect(screen.getByRole('link', { name: '4 · What children told us' }).getAttribute('href')).toBe('/meetings/m1');
	await expectAccessible(container);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'We told them' }));
	await user.click(await screen.findByRole('radio', { name: 'A visit' }));
	await user.click(screen.getByRole('button', { name: 'Record it' }));
	await waitFor(() => expect(asked.find((it) => it.name === 'voices.tell')?.request).toMatchObject({ id: 'a1', version: 1, told_how: 'visit' }));
});

test('a waiting voice is answered with a reason', async () => {
	asked = answerWith({ ...answers, 'voices.show': () => ({ ...voicePage, became: 'waiting', answers: [] }) });
	render(One);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('radio', { name: 'No, because…' }));
	await user.type(screen.getByRole('textbox', { name: 'The answer in plain words' }), 'There is no room.');
	await user.click(screen.getByRole('button', { name: 'Answer' }));
	await waitFor(() => expect(asked.find((it) => it.name === 'voices.answer')?.request).toMatchObject({ voice_id: 'v1', kind: 'no_because', plain_text: 'There is no room.' }));
});
