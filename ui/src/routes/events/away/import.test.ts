import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers as away, awayLook } from '$lib/backend/fakes/away.answers';
import { answers as loop } from '$lib/backend/fakes/loop.answers';
import { expectAccessible } from '$lib/testing';
import Page from './+page.svelte';

vi.setConfig({ testTimeout: 30_000 });
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/events/away'), data: {} } }));
vi.mock('$app/navigation', () => ({ goto: vi.fn() }));

const answers = { ...loop, ...away };
const last = (asked: Asked[], name: string): unknown => asked.filter((it) => it.name === name).at(-1)?.request;

async function pasted(): Promise<ReturnType<typeof userEvent.setup>> {
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Paste an e-mail' }));
	await user.type(screen.getByLabelText(/The e-mail’s text/), 'Form number: K7QF-3M9T');
	await user.click(screen.getByRole('button', { name: 'Look at it' }));
	return user;
}

test('what came back is looked at part by part, and comes in as one change', async () => {
	const asked = answerWith(answers);
	const { container } = render(Page);
	const user = await pasted();
	const clash = await screen.findByRole('article', { name: 'A voice: I moved five times.' });
	expect(within(clash).getByText('I moved often.')).toBeTruthy();
	expect(screen.getByText('1 part of it is on the board already and stays as it is.')).toBeTruthy();
	expect(screen.getByText('“barbecue” is no kind of event that the form knows.')).toBeTruthy();
	await expectAccessible(container);
	await user.click(screen.getByRole('checkbox', { name: 'Take it out on the way in' }));
	await user.click(within(clash).getByRole('radio', { name: 'As it came' }));
	await user.click(screen.getByRole('button', { name: 'Import 3 parts' }));
	await waitFor(() =>
		expect(last(asked, 'away.import')).toEqual({
			source: { text: 'Form number: K7QF-3M9T' },
			choices: [
				{ id: 'e7', take: true, take_out: false },
				{ id: 'v71', take: true, take_out: true },
				{ id: 'v72', take: true, take_out: false }
			]
		})
	);
	expect(screen.queryByRole('article')).toBeNull();
});

test('an event that came in already says so, and offers nothing to import', async () => {
	const same = awayLook.parts.map((it) => ({ ...it, identifying: [], part: { ...it.part, change: 'same' as const, take: false } }));
	answerWith({ ...answers, 'away.look': () => ({ ...awayLook, nothing_new: 'This event was imported already on Friday 20 November 2026, and nothing in it is new.', parts: same }) });
	render(Page);
	await pasted();
	expect(await screen.findByText(/nothing in it is new/)).toBeTruthy();
	expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import 0 parts' }).disabled).toBe(true);
});

test('what cannot be read is refused beside the text, which stays', async () => {
	answerWith({
		...answers,
		'away.look': () => {
			throw { code: 'invalid', message: 'This text has no form number.', field: 'text' };
		}
	});
	render(Page);
	await pasted();
	expect(await screen.findByText('This text has no form number.')).toBeTruthy();
	expect(screen.getByLabelText<HTMLTextAreaElement>(/The e-mail’s text/).value).toBe('Form number: K7QF-3M9T');
});

test('a form is made for somebody, and lists what became of each', async () => {
	const asked = answerWith(answers);
	const { container } = render(Page);
	const user = userEvent.setup();
	expect(await screen.findByText('Not yet')).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Pizza night' }).getAttribute('href')).toBe('/events/e1');
	await user.click(screen.getByRole('button', { name: 'Make a form' }));
	const dialog = await screen.findByRole('dialog');
	await user.click(within(dialog).getByRole('button', { name: 'Make the form' }));
	expect(await within(dialog).findByRole('button', { name: 'Save the file' })).toBeTruthy();
	expect(within(dialog).getByLabelText<HTMLTextAreaElement>('The e-mail').value).toContain('Form number: K7QF-3M9T');
	expect(last(asked, 'away.make')).toMatchObject({ theme_id: 'home' });
	await expectAccessible(container);
});
