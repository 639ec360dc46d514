import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { answers } from '$lib/backend/fakes/agenda.answers';
import { expectAccessible } from '$lib/testing';
import Overview from './[id]/+page.svelte';
import Year from './+page.svelte';
import HalfTerm from './half-terms/[id]/+page.svelte';

const { goto } = vi.hoisted(() => ({ goto: vi.fn() }));
// A whole screen takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 });
vi.mock('$app/navigation', () => ({ goto }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/meetings'), data: {}, params: { id: 'h2' } } }));

test('the year shows meetings, events and its gaps in words', async () => {
	answerWith(answers);
	const { container } = render(Year, { data: { year: null } });
	const grid = await screen.findByRole('table', { name: /Themes and their Link Champions/ });
	const home = within(grid).getByRole('row', { name: /^A home that stays/ });
	expect(within(home).getByText('No event was held')).toBeTruthy();
	expect(within(home).getByRole('link', { name: /Pizza night/ }).getAttribute('href')).toBe('/events/e1');
	expect(within(home).getByText('3 voices not taken to the board')).toBeTruthy();
	expect(within(grid).getByText('No Link Champion')).toBeTruthy();
	expect(within(grid).getByRole('link', { name: 'Autumn 2' }).getAttribute('href')).toBe('/meetings/half-terms/h2');
	expect(screen.getByRole('link', { name: 'Thursday 3 December 2026' }).getAttribute('href')).toBe('/meetings/m1');
	expect(screen.getByRole('link', { name: /Year before/ }).getAttribute('href')).toBe('/meetings?year=2025');
	await expectAccessible(container);
});

test('a meeting is planned with what the last one had, and a refusal stands beside its field', async () => {
	let refuse = true;
	const asked = answerWith({
		...answers,
		'meetings.save': (plan) => {
			if (refuse) throw { code: 'invalid', message: 'The meeting ends before it starts. Check the times.', field: 'ends' };
			return answers['meetings.save']!(plan);
		}
	});
	render(Year, { data: { year: null } });
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Plan a meeting' }));
	expect((await screen.findByLabelText<HTMLInputElement>(/^Place/)).value).toBe('Youth Hub');
	await user.click(screen.getByRole('button', { name: 'Plan the meeting' }));
	expect((await screen.findAllByText(/ends before it starts/)).length).toBeGreaterThan(0);
	expect(screen.getByLabelText(/^Ends/).getAttribute('aria-invalid')).toBe('true');
	refuse = false;
	await user.click(screen.getByRole('button', { name: 'Plan the meeting' }));
	await waitFor(() => expect(goto).toHaveBeenCalledWith('/meetings/m9/agenda'));
	expect(asked.at(-1)?.name === 'meetings.save' || asked.some((one) => one.name === 'meetings.save')).toBe(true);
});

test('a half-term shows each theme, and beside each gap the step that closes it', async () => {
	answerWith({ ...answers, 'history.list': () => [] });
	const { container } = render(HalfTerm);
	expect(await screen.findByText('3 gaps.')).toBeTruthy();
	expect(screen.getByText(/Cllr Sam Okafor \(until 15 November\) and Cllr Ravi Shah \(from 16 November\)/)).toBeTruthy();
	const step = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
	expect(step('Write down what they said for Pizza night')).toBe('/events/e1');
	expect(step('Put them on the next agenda for A home that stays')).toBe('/meetings/m1/agenda?propose=1');
	expect(step('Assign a Link Champion for Money')).toBe('/board/themes/t2?assign=1');
	expect(screen.getByRole('link', { name: '5 voices about this theme' }).getAttribute('href')).toBe('/voices?theme=t1&half_term=h2');
	expect(screen.getByRole('link', { name: 'meeting of 12 November, item 4' }).getAttribute('href')).toBe('/meetings/m0/minutes');
	expect(screen.getByRole('button', { name: /Event sheet for Wreaths/ })).toBeTruthy();
	await expectAccessible(container);
});

test('one meeting says what comes next', async () => {
	answerWith(answers);
	const { container } = render(Overview, { data: { meeting: 'm1' } });
	expect((await screen.findByRole('link', { name: 'Finish and publish the agenda' })).getAttribute('href')).toBe('/meetings/m1/agenda');
	expect(screen.getByRole('link', { name: 'Minutes' }).getAttribute('href')).toBe('/meetings/m1/minutes');
	await expectAccessible(container);
});
