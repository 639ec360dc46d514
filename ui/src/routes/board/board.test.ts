import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as boardAnswers, board, themes } from '$lib/backend/fakes/board.answers';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { expectAccessible } from '$lib/testing';
import Seats from './+page.svelte';
import Cohorts from './cohorts/+page.svelte';
import People from './people/+page.svelte';
import Terms from './terms/+page.svelte';
import Themes from './themes/+page.svelte';
import ThemePage from './themes/[id]/+page.svelte';

const page = vi.hoisted(() => ({ url: new URL('tauri://localhost/board'), data: {}, params: {} }));
vi.mock('$app/state', () => ({ page }));

function answering(more: Answers = {}): Asked[] {
	return answerWith({ ...deskAnswers, ...boardAnswers, ...more });
}

const refuse = (field: string, message: string) => () => {
	throw { code: 'invalid', message, field };
};

beforeEach(async () => {
	answering();
	await desk.reload();
});

test('seats say who sits in them, and which are empty', async () => {
	const { container } = render(Seats);
	expect((await screen.findByText('One seat is empty:')).parentElement?.textContent).toContain(board.empty[0]);
	expect(screen.getByRole('button', { name: `Fill seat ${board.empty[0]}` })).toBeTruthy();
	await expectAccessible(container);
});

test('people are listed with their seats and themes', async () => {
	const { container } = render(People);
	await screen.findByRole('rowheader', { name: /Cllr Amina Yusuf/ });
	await expectAccessible(container);
});

test('somebody who links to a theme cannot leave, and the form says why', async () => {
	answering({ 'board.leave': refuse('left_on', 'Cllr Amina Yusuf links to “Being heard”.') });
	const { container } = render(People);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Change Cllr Amina Yusuf' }));
	await user.click(screen.getByRole('button', { name: 'Record that they left' }));
	expect(await screen.findByText('Cllr Amina Yusuf links to “Being heard”.')).toBeTruthy();
	await expectAccessible(container);
});

test('a theme without a Link Champion shows it, and assigning asks for a councillor', async () => {
	const asked = answering({ 'board.assign': () => ({ result: 'a1', changed: ['assignment'], entry: null, can_undo: false }) });
	const { container } = render(Themes);
	const user = userEvent.setup();
	expect(await screen.findByText('No Link Champion')).toBeTruthy();
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Assign to Being healthy' }));
	await user.selectOptions(screen.getByRole('combobox', { name: /Councillor/ }), 'Cllr Amina Yusuf');
	await user.click(screen.getAllByRole('button', { name: 'Assign' }).at(-1)!);
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'board.assign')?.request).toMatchObject({ kind: 'link_champion', beside: false }));
});

test('a theme’s page shows who linked to it and when, and hands a link over', async () => {
	const line = themes.themes[0]!;
	Object.assign(page.params, { id: line.theme.id });
	const link = line.now.find((it) => it.assignment.kind === 'link_champion')!;
	const asked = answering({
		'history.list': () => [{ id: 'e1', at: '2026-11-20T10:00:00Z', by: 'Colin Webb', what: 'assign a champion to a theme', can_undo: true, records: 2 }],
		'board.reassign': refuse('from', 'This link begins on Thursday 1 October 2026. Choose a later day, or undo that first.')
	});
	const { container } = render(ThemePage);
	const user = userEvent.setup();
	expect(await screen.findByRole('table', { name: `Who linked to ${line.theme.name}` })).toBeTruthy();
	expect(screen.getByRole('button', { name: `Reminders of ${link.name}` })).toBeTruthy();
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'history.list')?.request).toMatchObject({ records: [line.theme.id], kinds: ['theme', 'assignment'] }));
	expect(await screen.findByRole('button', { name: /^Undo : assign a champion/ })).toBeTruthy();
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: `Hand over the link of ${link.name}` }));
	const councillor = screen.getByRole('combobox', { name: /To which councillor/ });
	await fireEvent.change(councillor, { target: { value: 'id10' } });
	await user.click(screen.getAllByRole('button', { name: 'Hand over' }).at(-1)!);
	expect((await screen.findAllByText(/This link begins on/)).length).toBeGreaterThan(0);
	expect(asked.find(({ name }) => name === 'board.reassign')?.request).toMatchObject({ assignment_id: link.assignment.id, version: 1 });
	await expectAccessible(container);
});

test('a cohort saves itself as it is changed', async () => {
	const asked = answering({ 'board.save_cohort': () => ({ result: 'c1', changed: [], entry: null, can_undo: false }) });
	const { container } = render(Cohorts);
	const user = userEvent.setup();
	const [heard] = await screen.findAllByRole('textbox', { name: 'How they like to be heard' });
	await user.type(heard!, ' and song');
	await user.tab();
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'board.save_cohort')?.request).toMatchObject({ name: 'Under 5s' }));
	await expectAccessible(container);
});

test('the terms of reference are changed in place, put in order, and say when a heading is missing', async () => {
	const asked = answering({
		'board.save_terms_section': refuse('heading', 'Enter a heading.'),
		'board.move_terms_section': () => ({ result: {}, changed: ['terms_section'], entry: null, can_undo: true })
	});
	const { container } = render(Terms);
	const user = userEvent.setup();
	const purpose = await screen.findByRole('group', { name: 'Purpose' });
	await expectAccessible(container);
	const heading = within(purpose).getByRole('textbox', { name: 'Heading' });
	await user.clear(heading);
	await user.tab();
	expect(await screen.findByText('Enter a heading.')).toBeTruthy();
	expect(asked.find(({ name }) => name === 'board.save_terms_section')?.request).toMatchObject({ id: 'id90', heading: '', text: 'We are good parents.' });
	expect(within(purpose).getByRole('button', { name: 'Move up Purpose' })).toHaveProperty('disabled', true);
	await user.click(within(purpose).getByRole('button', { name: 'Move down Purpose' }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'board.move_terms_section')?.request).toEqual({ section_id: 'id90', version: 1, up: false }));
});

test('an empty board begins its terms of reference with the usual headings', async () => {
	const asked = answering({ 'board.terms': () => [], 'board.begin_terms': () => ({ result: {}, changed: ['terms_section'], entry: null, can_undo: true }) });
	const { container } = render(Terms);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Begin with the usual headings' }));
	await vi.waitFor(() => expect(asked.some(({ name }) => name === 'board.begin_terms')).toBe(true));
	await expectAccessible(container);
});
