import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { answers as safeAnswers, kinds } from '$lib/backend/fakes/safe.answers';
import { expectAccessible } from '$lib/testing';
import Data from './+page.svelte';

const { save } = vi.hoisted(() => ({ save: vi.fn(async () => '/home/clerk/it.docx') }));
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/settings/data'), data: {} } }));
vi.mock('$lib/backend/shell', () => ({ chooseWhereToSave: save }));

const answering = (more: Answers = {}): Asked[] => answerWith({ ...deskAnswers, ...safeAnswers, ...more });
const requests = (asked: Asked[], name: string) => asked.filter((it) => it.name === name).map((it) => it.request);
const refuse = (field: string, message: string) => () => {
	throw { code: 'invalid', message, field };
};

beforeEach(async () => {
	answering();
	await desk.reload();
});

test('rules are kept as they are seen, and an empty field keeps without limit', async () => {
	const asked = answering();
	const { container } = render(Data);
	const user = userEvent.setup();
	const said = await screen.findByRole('spinbutton', { name: /What children and young people said/ });
	expect((said as HTMLInputElement).value).toBe('6');
	await user.clear(said);
	await user.type(screen.getByRole('spinbutton', { name: /Contact details/ }), '2');
	await user.click(screen.getByRole('button', { name: 'Keep these rules' }));
	await vi.waitFor(() => expect(requests(asked, 'retention.keep')).toEqual([{ rules: [{ kind: 'contact', years: 2 }], seen: [kinds[0]!.rule] }]));
	await expectAccessible(container);
});

test('a rule that the law does not allow is refused beside its field', async () => {
	answering({ 'retention.keep': refuse('papers', 'A committee’s reports stay open to inspection for six years.') });
	render(Data);
	const user = userEvent.setup();
	const papers = await screen.findByRole('spinbutton', { name: /Papers of meetings/ });
	await user.type(papers, '3');
	await user.click(screen.getByRole('button', { name: 'Keep these rules' }));
	await screen.findByText('A committee’s reports stay open to inspection for six years.');
	expect(papers.getAttribute('aria-invalid')).toBe('true');
});

test('what is past its years is listed, and goes only when somebody says so', async () => {
	const asked = answering();
	const { container } = render(Data);
	const user = userEvent.setup();
	const table = await screen.findByRole('table', { name: 'What children and young people said' });
	expect(within(table).getByText('It has no answer yet.')).toBeTruthy();
	const keep = within(table).getByRole('button', { name: /^Keep/ });
	await user.click(keep);
	expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Remove 0 things/ }).disabled).toBe(true);
	await user.click(within(table).getByRole('button', { name: /^Let go/ }));
	await user.click(screen.getByRole('button', { name: /^Remove 1 thing…/ }));
	expect(requests(asked, 'retention.let_go')).toEqual([]);
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Remove for good' }));
	await vi.waitFor(() => expect(requests(asked, 'retention.let_go')).toEqual([{ kind: 'said', records: ['voice1'] }]));
	await screen.findByText('The second folder for backups is not there now.');
});

test('what is held about somebody is looked for first, and then saved as it was asked for', async () => {
	const asked = answering();
	const { container } = render(Data);
	const user = userEvent.setup();
	await user.type(await screen.findByRole('textbox', { name: /Words/ }), 'Sam Okafor');
	await user.click(screen.getByRole('button', { name: 'Look' }));
	await screen.findByText('person: 1 record, 2 changes in the history');
	expect(screen.getByText(/no program can read it/)).toBeTruthy();
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Save as Word, to edit' }));
	const about = { person: null, words: 'Sam Okafor', since: null, until: null };
	await vi.waitFor(() => expect(requests(asked, 'disclosure.save')).toEqual([{ about, format: 'docx', path: '/home/clerk/it.docx' }]));
});
