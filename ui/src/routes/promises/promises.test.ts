import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers, promisePage, wall } from '$lib/backend/fakes/loop.answers';
import { expectAccessible } from '$lib/testing';
import Wall from './+page.svelte';
import One from './[id]/+page.svelte';
import Edit from './[id]/edit/+page.svelte';
import New from './new/+page.svelte';
import { inCsv, narrowings } from './wall';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/promises'), params: { id: 'p2' }, data: {} } }));
vi.mock('$app/navigation', () => ({ goto: vi.fn(), replaceState: vi.fn() }));

let asked: Asked[];
beforeEach(() => (asked = answerWith(answers)));

test('the wall shows every promise by lens and half-term, never one figure for all', async () => {
	const { container } = render(Wall);
	const row = (await screen.findAllByRole('row', { name: /Children and young people say/ }))[0]!;
	expect(within(row).getAllByRole('cell').map((cell) => cell.textContent?.trim())).toEqual(['Getting there', 'Not yet']);
	expect(screen.getByText('1 promise is in dispute.')).toBeTruthy();
	await expectAccessible(container);
});

test('the wall narrows and exports', () => {
	const due = narrowings.find((one) => one.value === 'due');
	expect(wall.promises.filter((promise) => due?.fits(promise)).map((promise) => promise.number)).toEqual([3]);
	expect(inCsv(wall.promises, wall.half_terms).split('\r\n')[1]).toBe('2,A home that stays,A home that stays,Officers say,Kept,Kept,Officers say kept; children and young people say not yet.');
});

test('a promise on one page: three honest answers, and what they disagree on', async () => {
	const { container } = render(One);
	expect(await screen.findByText('They disagree.')).toBeTruthy();
	expect(screen.getByRole('button', { name: 'Put it on the agenda' })).toBeTruthy();
	expect(screen.getByText(/target 8% · like us 10% · England 10% · worse than last year/)).toBeTruthy();
	expect(screen.getByText('No nearer the target')).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Three or more homes in the year' }).getAttribute('href')).toBe('/promises/indicators/i1');
	expect(screen.getByText('Due 12 Dec')).toBeTruthy();
	expect(screen.getByText(/1 not to be shared/)).toBeTruthy();
	await expectAccessible(container);
});

test('each lens says when it looks again, and who does', async () => {
	render(One);
	const section = await screen.findByRole('region', { name: /When we look again/ });
	const lines = within(section).getAllByRole('listitem').map((line) => line.textContent?.replace(/\s+/g, ' ').trim());
	expect(lines[1]).toBe('Link Champion saw Time to look again by Friday 18 December 2026 · nobody has looked yet');
	expect(lines[2]).toContain('Late late since Friday 23 October 2026, Sofia Tanner');
	expect(screen.getByRole('link', { name: 'A place to call home' }).getAttribute('href')).toBe('/promises/p0');
});

test('an older set says that it is one, and stays readable', async () => {
	asked = answerWith({ ...answers, 'promises.wall': () => ({ ...wall, closed_on: '2025-03-31', strategies: [{ ...wall.strategies[0]!, id: 's2', name: 'Our new promises' }, wall.strategies[0]!] }) });
	const { container } = render(Wall);
	expect(await screen.findByText('An older set.')).toBeTruthy();
	expect(screen.getByRole('combobox', { name: 'Strategy' })).toBeTruthy();
	await expectAccessible(container);
});

test('a promise that is on an agenda says on which', async () => {
	asked = answerWith({ ...answers, 'promises.show': () => ({ ...promisePage, on_agenda: { meeting_id: 'm1', date: '2026-12-03', number: '4' } }) });
	render(One);
	expect((await screen.findByRole('link', { name: 'the agenda of Thursday 3 December' })).getAttribute('href')).toBe('/meetings/m1');
});

test('a check is recorded through its lens', async () => {
	render(One);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Record a check' }));
	await user.click(await screen.findByRole('radio', { name: 'Link Champion saw' }));
	await user.click(screen.getByRole('radio', { name: 'Not yet' }));
	await user.type(screen.getByRole('textbox', { name: /What shows it/ }), 'Two were told by text.');
	await user.type(screen.getByRole('textbox', { name: /Where that comes from/ }), 'visit');
	await user.click(screen.getByRole('button', { name: 'Record it' }));
	await waitFor(() => expect(asked.find((it) => it.name === 'promises.record_check')?.request).toMatchObject({ promise_id: 'p2', lens: 'link_champion', rating: 'not_yet', source: 'visit' }));
});

test('a number that is taken is refused beside its field, and what was typed stays', async () => {
	asked = answerWith({
		...answers,
		'promises.add': () => {
			throw { code: 'duplicate', message: 'Another promise in this strategy has that number.', field: 'number' };
		}
	});
	const { container } = render(New);
	const user = userEvent.setup();
	const number = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /Number/ });
	expect(number.value).toBe('4');
	await user.type(screen.getByRole('textbox', { name: /Short name/ }), 'Somebody to call');
	await user.click(screen.getByRole('button', { name: 'Make the promise' }));
	await waitFor(() => expect(number.getAttribute('aria-invalid')).toBe('true'));
	expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Short name/ }).value).toBe('Somebody to call');
	await expectAccessible(container);
});

test('the form of a promise opens with what it holds, and keeps it in its set', async () => {
	render(Edit);
	expect(await screen.findByText('A promise stays in its own set.')).toBeTruthy();
	expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /Short name/ })).value).toBe('A home that stays');
});
