import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers, eventPage } from '$lib/backend/fakes/loop.answers';
import { expectAccessible } from '$lib/testing';
import Log from '../voices/log/+page.svelte';
import Events from './+page.svelte';
import Edit from './[id]/+page.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/events'), params: { id: 'e1' }, data: {} } }));
vi.mock('$app/navigation', () => ({ goto: vi.fn(), replaceState: vi.fn() }));

let asked: Asked[];
const wrote = (name: string): unknown[] => asked.filter((it) => it.name === name).map((it) => it.request);

beforeEach(() => (asked = answerWith({ ...answers, 'events.show': () => ({ ...eventPage, event: { ...eventPage.event, id: 'e9' }, voices: [], reality_checks: [] }) })));

test('an event is logged by typing alone: Enter begins the next voice, and each is saved', async () => {
	const { container } = render(Log);
	const user = userEvent.setup();
	const first = await screen.findByRole('textbox', { name: 'Voice 1' });
	expect(screen.getByText(/tell the duty team at once/)).toBeTruthy();
	await user.type(first, 'I moved.');
	await user.click(screen.getByRole('radio', { name: 'Anywhere' }));
	await user.click(first);
	await user.keyboard('{Enter}');
	const second = await screen.findByRole('textbox', { name: 'Voice 2' });
	expect(document.activeElement).toBe(second);
	await user.keyboard('A long walk.{Enter}');
	await waitFor(() => expect(wrote('voices.add')).toHaveLength(2));
	expect(wrote('events.log')).toHaveLength(1);
	expect(wrote('voices.add')).toMatchObject([
		{ words: 'I moved.', event_id: 'e9', theme_id: 'home', share: 'no' },
		{ words: 'A long walk.', event_id: 'e9', share: 'anywhere' }
	]);
	// It was saved when its words were left, before anybody said whether it may be shared.
	expect(wrote('voices.edit')).toMatchObject([{ words: 'I moved.', version: 1, share: 'anywhere' }]);
	await expectAccessible(container);
});

test('names are noticed as they are typed, and the theme is guessed until it is chosen', async () => {
	render(Log);
	const user = userEvent.setup();
	await user.type(await screen.findByRole('textbox', { name: 'Voice 1' }), 'Amina came to my school');
	expect(await screen.findByText(/Could this say who a child is/)).toBeTruthy();
	const themes = screen.getAllByRole<HTMLSelectElement>('combobox', { name: /^Theme/ });
	await waitFor(() => expect(themes.at(-1)?.value).toBe('school'));
	expect(screen.getByText('Guessed from “school”. Change it if it is wrong.')).toBeTruthy();
	await user.selectOptions(themes.at(-1)!, 'home');
	expect(screen.queryByText(/Guessed from/)).toBeNull();
	await user.type(screen.getByRole('textbox', { name: 'Voice 1' }), ' again');
	await new Promise((done) => setTimeout(done, 400));
	expect(themes.at(-1)?.value).toBe('home');
});

test('what is refused stays as it was typed, with the reason beside it', async () => {
	asked = answerWith({
		...answers,
		'voices.add': () => {
			throw { code: 'invalid', message: 'What was said is 2001 characters long. Shorten it to 2000 or fewer.', field: 'words' };
		}
	});
	render(Log);
	const user = userEvent.setup();
	const first = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Voice 1' });
	await user.type(first, 'Too long{Enter}');
	expect(await screen.findByText(/Shorten it to 2000/)).toBeTruthy();
	expect(first.value).toBe('Too long');
});

test('an event that is there opens with its voices, counts and claims', async () => {
	answerWith(answers);
	const { container } = render(Edit);
	expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Voice 1' })).value).toContain('three times');
	expect(screen.getByText(/9 children and young people so far/)).toBeTruthy();
	expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What a report or promise says' }).value).toBe('Schools are told the same day.');
	await expectAccessible(container);
});

test('the list of events shows who was heard where', async () => {
	const { container } = render(Events);
	expect((await screen.findByRole('link', { name: 'Pizza night' })).getAttribute('href')).toBe('/events/e1');
	await expectAccessible(container);
});

test('what may say who a child is goes with one click or one key, comes back, or is fine', async () => {
	const { container } = render(Log);
	const user = userEvent.setup();
	const first = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Voice 1' });
	await user.type(first, 'I told Amina.');
	await user.click(await screen.findByRole('button', { name: 'Take out “Amina”' }));
	expect(first.value).toBe('I told [name].');
	await waitFor(() => expect(wrote('voices.edit').at(-1)).toMatchObject({ words: 'I told [name].' }));
	await waitFor(() => expect(screen.queryByText(/Could this say/)).toBeNull());
	await user.clear(first);
	await user.type(first, 'Amina again');
	await screen.findByText(/Could this say who a child is/);
	await expectAccessible(container);
	await user.keyboard('{Alt>}x{/Alt}');
	expect(first.value).toBe('[name] again');
	const happened = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What happened' });
	await user.type(happened, 'Amina came');
	await user.click(await screen.findByRole('button', { name: 'It is fine to keep “Amina”' }));
	await waitFor(() => expect(screen.queryByText(/Could this say/)).toBeNull());
	expect(happened.value).toBe('Amina came');
});

test('what may be wrong with an event is told above it, and how many came in all is kept', async () => {
	asked = answerWith(answers);
	const { container } = render(Edit);
	expect(await screen.findByText(/If it is the same event, take one of them back/)).toBeTruthy();
	const user = userEvent.setup();
	await user.type(screen.getByRole('spinbutton', { name: 'In all, if you counted' }), '12');
	await user.tab();
	await waitFor(() => expect(wrote('events.edit').at(-1)).toMatchObject({ came_total: 12 }));
	const item = screen.getByRole<HTMLSelectElement>('combobox', { name: 'The agenda item it belongs to' });
	expect(screen.getByText('The app will propose it for the next agenda.')).toBeTruthy();
	expect([...item.options].map((option) => option.text)).toEqual(['None yet', 'Placement report (3 December 2026)']);
	await user.click(screen.getByRole('radio', { name: 'Partly true' }));
	await waitFor(() => expect(wrote('events.edit_claim').at(-1)).toMatchObject({ verdict: 'partly' }));
	expect(screen.queryByText('The app will propose it for the next agenda.')).toBeNull();
	await expectAccessible(container);
});

test('Alt and N goes to the next voice from anywhere', async () => {
	render(Log);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('textbox', { name: 'Place' }));
	await user.keyboard('{Alt>}n{/Alt}');
	await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Voice 1' })));
});
