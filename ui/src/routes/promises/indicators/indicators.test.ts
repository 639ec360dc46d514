import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers, list, onePage } from '$lib/backend/fakes/indicator.answers';
import { expectAccessible } from '$lib/testing';
import All from './+page.svelte';
import One from './[id]/+page.svelte';

vi.setConfig({ testTimeout: 30_000 });
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/promises/indicators'), params: { id: 'i1' }, data: {} } }));
vi.mock('$app/navigation', () => ({ goto: vi.fn(), replaceState: vi.fn() }));

let asked: Asked[];
beforeEach(() => (asked = answerWith(answers)));
const last = (name: string): unknown => asked.filter((one) => one.name === name).at(-1)?.request;

test('the list shows each number, its target and which way it goes; a small one says that it is hidden', async () => {
	const { container } = render(All);
	const row = await screen.findByRole('row', { name: /Three or more homes in the year/ });
	expect(within(row).getByText('No nearer the target')).toBeTruthy();
	expect(within(row).getByRole('img', { name: /9% in 31 Mar/ })).toBeTruthy();
	expect(within(screen.getByRole('row', { name: /independent visitor/ })).getByText('hidden when published')).toBeTruthy();
	await expectAccessible(container);
});

test('an empty list offers the usual ones, to choose from', async () => {
	asked = answerWith({ ...answers, 'indicators.list': () => ({ ...list, lines: [] }) });
	const { container } = render(All);
	const user = userEvent.setup();
	await user.click((await screen.findAllByRole('button', { name: 'Choose from the usual ones' }))[0]!);
	await user.click(await screen.findByRole('checkbox', { name: 'Average SDQ score' }));
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Add 1 indicator' }));
	expect(last('indicators.add_usual')).toEqual({ keys: ['sdq'] });
});

test('one indicator says what is counted, its numbers with why, and who watches it', async () => {
	const { container } = render(One);
	expect(await screen.findByText('All children in care on 31 March')).toBeTruthy();
	expect(screen.getByText('Worse than last year.')).toBeTruthy();
	expect(screen.getByText('Four foster families retired.')).toBeTruthy();
	expect(screen.getByRole('link', { name: '2. A home that stays' }).getAttribute('href')).toBe('/promises/p2');
	await expectAccessible(container);
});

test('a number is entered once, and a bad one is refused beside its field', async () => {
	let refuse = true;
	asked = answerWith({
		...answers,
		'indicators.enter': (request) => {
			if (refuse) throw { code: 'invalid', message: 'A share is between 0 and 100 per cent.', field: 'value' };
			return answers['indicators.enter']!(request);
		}
	});
	render(One);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Enter a number' }));
	const value = await screen.findByRole('spinbutton', { name: /^Number/ });
	await user.type(value, '120');
	await user.click(screen.getByRole('button', { name: 'Enter it' }));
	await waitFor(() => expect(value.getAttribute('aria-invalid')).toBe('true'));
	refuse = false;
	await user.clear(value);
	await user.type(value, '12');
	await user.click(screen.getByRole('button', { name: 'Enter it' }));
	await waitFor(() => expect(last('indicators.enter')).toMatchObject({ indicator_id: 'i1', value: 12 }));
});

test('a number is corrected with what it holds', async () => {
	render(One);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Correct 2025/26' }));
	const value = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /^Number/ });
	expect(value.value).toBe('11');
	await user.click(screen.getByRole('button', { name: 'Save' }));
	await waitFor(() => expect(last('indicators.edit_point')).toMatchObject(onePage.points[0]!.point));
});
