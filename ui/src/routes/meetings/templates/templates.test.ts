import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers, templates } from '$lib/backend/fakes/agenda.answers';
import { expectAccessible } from '$lib/testing';
import Page from './+page.svelte';
import { shape } from './template';

vi.setConfig({ testTimeout: 30_000 });
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/meetings/templates'), params: {}, data: {} } }));
vi.mock('$app/navigation', () => ({ goto: vi.fn(), replaceState: vi.fn() }));

let asked: Asked[];
beforeEach(() => (asked = answerWith(answers)));
const last = (name: string): unknown => asked.filter((one) => one.name === name).at(-1)?.request;

test('templates show who speaks and how long, the board’s own first', async () => {
	const { container } = render(Page);
	expect(await screen.findByRole('heading', { name: 'Our evening' })).toBeTruthy();
	expect(screen.getByText('25 minutes · children speak first · officers present for 5 minutes')).toBeTruthy();
	expect(screen.getByText('Young people run it.')).toBeTruthy();
	await expectAccessible(container);
});

test('one that comes with the program is changed and kept as the board’s own', async () => {
	const { container } = render(Page);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Change and keep Children’s panel' }));
	const first = await screen.findByRole('group', { name: 'Item 1' });
	await user.clear(within(first).getByRole('textbox', { name: /^Title/ }));
	await user.type(within(first).getByRole('textbox', { name: /^Title/ }), 'Pizza');
	await user.click(screen.getByRole('button', { name: 'Add an item' }));
	await user.click(await screen.findByRole('button', { name: 'Move up item 2' }));
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Remove item 1' }));
	await user.click(screen.getByRole('button', { name: 'Keep it' }));
	await waitFor(() => expect(last('agenda.add_template')).toMatchObject({ name: 'Our children’s panel', lines: [{ title: 'Pizza', presented_by: 'young_people' }] }));
});

test('the board’s own is changed, and taken away', async () => {
	render(Page);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Change Our evening' }));
	await user.click(await screen.findByRole('button', { name: 'Save' }));
	await waitFor(() => expect(last('agenda.edit_template')).toMatchObject({ id: 'te1', version: 3, name: 'Our evening' }));
	await user.click(screen.getByRole('button', { name: 'Take away Our evening' }));
	expect(last('agenda.remove_template')).toEqual({ template_id: 'te1' });
});

test('a template knows its length, its officers and when children speak', () => {
	const [usual] = templates.usual;
	expect(shape(usual!.lines)).toBe('20 minutes · children speak second · no officer presents');
	expect(shape([])).toBe('0 minutes · children do not speak · no officer presents');
});
