import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { answers, programme } from '$lib/backend/fakes/programme.answers';
import { expectAccessible } from '$lib/testing';
import Grid from './Grid.svelte';
import { Mover } from './mover.svelte';
import Page from './+page.svelte';

const { goto } = vi.hoisted(() => ({ goto: vi.fn() }));
// A whole screen takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 });
vi.mock('$app/navigation', () => ({ goto }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/meetings/programme'), data: {} } }));

const shown = { data: { year: null, topic: null } };

test('each half-term says in words who deals with what, and which report is due', async () => {
	answerWith(answers);
	const { container } = render(Page, shown);
	const autumn = within((await screen.findByRole('heading', { name: 'Autumn 2 · now' })).closest('section')!);
	expect(autumn.getByRole('button', { name: 'Homes near school' })).toBeTruthy();
	expect(autumn.getByText('This board')).toBeTruthy();
	expect(autumn.getByText('Scrutiny')).toBeTruthy();
	const first = within(screen.getByRole('heading', { name: 'Autumn 1' }).closest('section')!);
	expect(first.getByText('Report not taken')).toBeTruthy();
	expect(first.getByText('Done')).toBeTruthy();
	expect(first.queryByRole('button', { name: /^Move “A proper start/ })).toBeNull();
	expect(within(screen.getByRole('heading', { name: 'Not placed yet' }).closest('section')!).getByText('Members only')).toBeTruthy();
	expect(screen.getByText('1 topic dropped')).toBeTruthy();
	await expectAccessible(container);
});

test('a wide window shows themes by half-terms', async () => {
	answerWith(answers);
	const mover = new Mover(() => programme);
	const { container } = render(Grid, { view: programme, mover, onopen: () => {}, onplan: () => {} });
	const lane = screen.getByRole('row', { name: /^A home that stays/ });
	expect(within(lane).getByRole('button', { name: 'Homes near school' })).toBeTruthy();
	expect(within(screen.getByRole('row', { name: /^Without a theme/ })).getByText('Scrutiny')).toBeTruthy();
	expect(within(screen.getByRole('row', { name: /^Standing reports due/ })).getByText('Report not taken')).toBeTruthy();
	expect(within(screen.getByRole('row', { name: /^Meetings and fixed points/ })).getByText('Takeover day')).toBeTruthy();
	await expectAccessible(container);
});

test('Alt and an arrow key move a topic to the next half-term, and a screen reader hears it', async () => {
	const asked = answerWith(answers);
	render(Page, shown);
	const user = userEvent.setup();
	(await screen.findByRole('button', { name: 'Homes near school' })).focus();
	await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
	await waitFor(() => expect(asked.find((one) => one.name === 'programme.move_topic')?.request).toEqual({ topic_id: 'o2', version: 1, half_term_id: 'h3' }));
	expect(await screen.findByText('Homes near school is now in Spring 1')).toBeTruthy();
});

test('a topic without a reason is refused beside its field', async () => {
	answerWith({
		...answers,
		'programme.save_topic': () => {
			throw { code: 'invalid', message: 'Enter why scrutiny deals with it.', field: 'why' };
		}
	});
	const { container } = render(Page, shown);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Add a topic' }));
	await user.type(await screen.findByLabelText(/^Subject/), 'Suspensions');
	await user.click(screen.getByLabelText('Scrutiny'));
	await user.click(screen.getByRole('button', { name: 'Add the topic' }));
	expect((await screen.findAllByText('Enter why scrutiny deals with it.')).length).toBeGreaterThan(0);
	expect(screen.getByLabelText(/^Why scrutiny\?/).getAttribute('aria-invalid')).toBe('true');
	await expectAccessible(container);
});

test('a standing report that is due is planned with its title, its month and its half-term', async () => {
	const asked = answerWith(answers);
	render(Page, shown);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: /^Plan it/ }));
	await user.click(await screen.findByRole('button', { name: 'Add the topic' }));
	await waitFor(() =>
		expect(asked.find((one) => one.name === 'programme.save_topic')?.request).toMatchObject({
			subject: 'Virtual School Head’s annual report', why: 'A standing report, due each October.', half_term_id: 'h1', standing_report_id: 'r1', topic_id: null
		})
	);
});

test('an empty year offers one next step: to begin from the year before', async () => {
	const asked = answerWith({ ...answers, 'programme.show': () => ({ ...programme, topics: [], due: [], anchors: [], reports: [] }) });
	const { container } = render(Page, shown);
	const user = userEvent.setup();
	await expectAccessible(container);
	await user.click(await screen.findByRole('button', { name: 'Begin 2026/27' }));
	expect(await screen.findByLabelText(/Money at eighteen/)).toBeTruthy();
	const dialog = screen.getByRole('dialog');
	await user.click(within(dialog).getByRole('button', { name: 'Begin 2026/27' }));
	await waitFor(() => expect(goto).toHaveBeenCalledWith('/meetings/programme?year=2026'));
	expect(asked.find((one) => one.name === 'programme.begin_year')?.request).toEqual({ academic_year: 2026, reports: ['r1'], topics: ['o9'], anchors: true });
});
