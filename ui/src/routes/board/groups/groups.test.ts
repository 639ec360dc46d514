import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { answers as groupAnswers, groupPage, waiting } from '$lib/backend/fakes/groups.answers';
import { expectAccessible } from '$lib/testing';
import Groups from './+page.svelte';
import One from './[id]/+page.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/board/groups'), params: { id: 'g1' }, data: {} } }));
vi.mock('$app/navigation', () => ({ goto: vi.fn() }));

const written = (result: unknown) => () => ({ result, changed: [], entry: null, can_undo: false }) as never;

function answering(more: Answers = {}): Asked[] {
	return answerWith({ ...deskAnswers, ...groupAnswers, 'history.list': () => [], 'voices.look': () => ({ theme_id: null, because: [], identifying: [] }), ...more });
}

/** The part of the page that shows one request. */
async function request(words: string): Promise<ReturnType<typeof within>> {
	return within((await screen.findByText(words, { selector: 'blockquote' })).closest('li')!);
}

beforeEach(async () => {
	answering();
	await desk.reload();
});

test('each group says how long its oldest request has waited, and what it owes', async () => {
	const { container } = render(Groups);
	expect(await screen.findByText('2 requests wait, the longest 8 weeks')).toBeTruthy();
	expect(screen.getByText(/owes each meeting: Which answers have reached young people/)).toBeTruthy();
	expect(screen.getByText(/^Ended/)).toBeTruthy();
	await expectAccessible(container);
});

test('two groups of one name are refused beside the name', async () => {
	answering({ 'groups.add': () => { throw { code: 'duplicate', message: 'There is a group “Forum” already. Choose another name.', field: 'name' }; } });
	render(Groups);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Add a group' }));
	const name = screen.getByRole('textbox', { name: /Name/ });
	await user.type(name, 'Forum');
	await user.click(screen.getAllByRole('button', { name: 'Add the group' }).at(-1)!);
	await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
	expect(screen.getAllByText(/There is a group “Forum” already/).length).toBeGreaterThan(0);
});

test('a group’s page shows each request with where it stands', async () => {
	const { container } = render(One);
	expect(await screen.findByText('Waiting 5 weeks')).toBeTruthy();
	expect(screen.getByText('Answer to come, waiting 8 weeks')).toBeTruthy();
	expect(screen.getByText('Answered, not told yet')).toBeTruthy();
	expect(screen.getByRole('link', { name: /Words we will stop using/ }).getAttribute('href')).toBe('/meetings/m1/minutes#item-i1');
	expect(screen.getByText('Two of us come, and we speak first.')).toBeTruthy();
	await expectAccessible(container);
});

test('a request is put on the agenda of a meeting', async () => {
	const asked = answering({ 'agenda.add_request': written({ meeting_id: 'm2', date: '2026-12-03', item_id: 'i9' }) });
	render(One);
	const user = userEvent.setup();
	const part = await request(waiting.request.words);
	await user.click(part.getByRole('button', { name: 'Thursday 3 December 2026', hidden: true }));
	await waitFor(() => expect(asked.find(({ name }) => name === 'agenda.add_request')?.request).toEqual({ request_id: 'r1', meeting_id: 'm2' }));
});

test('an answer that no meeting gave is refused beside what became of it', async () => {
	const sentence = 'No agenda has this request yet. Put it on one first, or say why it goes on none.';
	const asked = answering({ 'groups.answer': () => { throw { code: 'invalid', message: sentence, field: 'outcome' }; } });
	const { container } = render(One);
	const user = userEvent.setup();
	await user.click((await request(waiting.request.words)).getByRole('button', { name: /^Answer/ }));
	await user.click(screen.getByRole('radio', { name: 'The board talked about it' }));
	await user.type(screen.getByRole('textbox', { name: /In plain words/ }), 'They will.');
	await user.click(screen.getAllByRole('button', { name: 'Answer' }).at(-1)!);
	expect((await screen.findAllByText(new RegExp(sentence))).length).toBeGreaterThan(0);
	expect(asked.find(({ name }) => name === 'groups.answer')?.request).toEqual({ id: 'r1', version: 1, outcome: 'heard', answer: 'They will.' });
	await expectAccessible(container);
});

test('the group is told, and the form says that it stays', async () => {
	const asked = answering({ 'groups.tell': written({}) });
	render(One);
	const user = userEvent.setup();
	await user.click((await request('Now we want to look at your offices.')).getByRole('button', { name: /^We told them/ }));
	expect(screen.getByText(/cannot be undone/)).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Record it' }));
	await waitFor(() => expect(asked.find(({ name }) => name === 'groups.tell')?.request).toMatchObject({ id: 'r3', told_how: 'group', told_by: 'jess' }));
});

test('words that may say who a child is are noticed as they are typed, and taken out', async () => {
	const identifying = [{ kind: 'full_name' as const, words: 'Sarah Jones', instead: '[name]' }];
	const asked = answering({
		'voices.look': ({ words }) => ({ theme_id: null, because: [], identifying: words.includes('Sarah') ? identifying : [] }),
		'groups.ask': written({})
	});
	const { container } = render(One);
	const user = userEvent.setup();
	await user.click((await screen.findAllByRole('button', { name: 'Write down a request' }))[0]!);
	await user.type(screen.getByRole('textbox', { name: /In their own words/ }), 'Ask Sarah Jones to come.');
	await user.click(await screen.findByRole('button', { name: 'Take out “Sarah Jones”' }));
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Write it down' }));
	await waitFor(() => expect(asked.find(({ name }) => name === 'groups.ask')?.request).toMatchObject({ group_id: 'g1', words: 'Ask [name] to come.', share: 'board_only' }));
});

test('a group without requests says what goes there', async () => {
	answering({ 'groups.show': () => ({ ...groupPage, requests: [] }) });
	const { container } = render(One);
	expect(await screen.findByText('What the group asks for goes here, in its own words.')).toBeTruthy();
	await expectAccessible(container);
});
