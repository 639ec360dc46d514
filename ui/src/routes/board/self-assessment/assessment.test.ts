import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Assessment } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as assessmentAnswers, assessments, view } from '$lib/backend/fakes/assessment.answers';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { expectAccessible } from '$lib/testing';
import SelfAssessment from './+page.svelte';

const page = vi.hoisted(() => ({ url: new URL('tauri://localhost/board/self-assessment'), data: {}, params: {} }));
const goto = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('$app/state', () => ({ page }));
vi.mock('$app/navigation', () => ({ goto }));

function answering(more: Answers = {}): Asked[] {
	return answerWith({
		...deskAnswers,
		...assessmentAnswers,
		'history.list': () => [{ id: 'e1', at: '2026-11-20T10:00:00Z', by: 'Colin Webb', what: 'change the self-assessment', can_undo: true, records: 1 }],
		'board.save_assessment': (sent) => ({ result: { ...sent, version: sent.version + 1 }, changed: [], entry: null, can_undo: false }),
		...more
	});
}

const sent = (asked: Asked[]): Assessment[] => asked.filter(({ name }) => name === 'board.save_assessment').map(({ request }) => request as Assessment);
const last = (asked: Asked[]): Assessment => sent(asked).at(-1)!;

beforeEach(() => {
	goto.mockClear();
	answering();
});

test('each statement stands with its score, what shows it and how it compares', async () => {
	const { container } = render(SelfAssessment);
	const first = await screen.findByRole('radiogroup', { name: /Every voice has an answer/ });
	expect(within(first).getByRole('radio', { name: 'True, and it shows' })).toHaveProperty('checked', true);
	expect(screen.getByText('Better than last time')).toBeTruthy();
	expect(screen.getByText(/1 statement is called true, and nothing is written down yet/)).toBeTruthy();
	expect(screen.getByText(/It is called true, and nothing shows it yet/)).toBeTruthy();
	expect(screen.getByText(/^2 of 3 statements judged/).textContent).toContain('Compared with 8 November 2025');
	expect(screen.getByRole('link', { name: 'See it as it prints' }).getAttribute('href')).toBe('/reports?document=self_assessment&assessment=as2');
	expect(screen.getByRole('link', { name: /A26-015: born of an item that is not open/ })).toBeTruthy();
	expect(await screen.findByRole('button', { name: /^Undo : change the self-assessment/ })).toBeTruthy();
	await expectAccessible(container);
});

test('what is judged fast one after the other is saved one after the other', async () => {
	const asked = answering();
	render(SelfAssessment);
	const user = userEvent.setup();
	const [shown] = await screen.findAllByRole('textbox', { name: 'What shows it?' });
	await user.type(shown!, '48 of 60 have one');
	await user.click(within(screen.getByRole('radiogroup', { name: 'Partners do what they said.' })).getByRole('radio', { name: 'Mostly true' }));
	await vi.waitFor(() => expect(sent(asked).length).toBe(2));
	expect(sent(asked).map(({ version }) => version)).toEqual([3, 4]);
	expect(last(asked).modules[0]?.statements[0]?.evidence).toBe('48 of 60 have one');
	expect(last(asked).modules[1]?.statements[0]?.score).toBe('mostly');
	await user.click(within(screen.getByRole('radiogroup', { name: 'Partners do what they said.' })).getByRole('radio', { name: 'Not judged yet' }));
	await vi.waitFor(() => expect(last(asked).modules[1]?.statements[0]?.score).toBe(null));
});

test('statements are reworded, added and taken out, and a part with its last one', async () => {
	const asked = answering();
	const { container } = render(SelfAssessment);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Change the words of “Voice”' }));
	const first = screen.getByRole('textbox', { name: 'Statement 1' });
	await user.clear(first);
	await user.type(first, 'Nobody waits long.');
	await user.type(screen.getByRole('textbox', { name: 'Another statement' }), 'We write back.');
	await user.click(screen.getByRole('button', { name: 'Add the statement' }));
	await user.click(screen.getByRole('button', { name: /^Take out : Children of every group/ }));
	await vi.waitFor(() => expect(last(asked).modules[0]?.statements.map(({ statement }) => statement)).toEqual(['Nobody waits long.', 'We write back.']));
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Change the words of “Partners”' }));
	await user.click(screen.getByRole('button', { name: /^Take out, with this part/ }));
	await vi.waitFor(() => expect(last(asked).modules.map(({ title }) => title)).toEqual(['Voice']));
	await user.click(screen.getByRole('button', { name: 'Add a part' }));
	await user.click(screen.getByRole('button', { name: 'Add the part' }));
	expect(screen.getByText('Enter a title.')).toBeTruthy();
	await user.type(screen.getByRole('textbox', { name: 'Title of the part' }), 'Homes');
	await user.type(screen.getByRole('textbox', { name: 'Its first statement' }), 'Homes are near.');
	await user.click(screen.getByRole('button', { name: 'Add the part' }));
	await vi.waitFor(() => expect(last(asked).modules[1]?.title).toBe('Homes'));
});

test('a refusal says why, and what was typed stays and goes again', async () => {
	let refuse = true;
	const asked = answering({
		'board.save_assessment': (request) => {
			if (refuse) throw { code: 'invalid', message: 'Enter the title of the part.', field: 'modules' };
			return { result: { ...request, version: 4 }, changed: [], entry: null, can_undo: false };
		}
	});
	const { container } = render(SelfAssessment);
	const user = userEvent.setup();
	await user.type(await screen.findByRole('textbox', { name: 'Who watched it' }), ' and a friend');
	await user.tab();
	expect(await screen.findByText(/Enter the title of the part\. Nothing is saved until then/)).toBeTruthy();
	await expectAccessible(container);
	refuse = false;
	await user.selectOptions(screen.getByRole('combobox', { name: /Add an action/ }), 'A26-016: Put the list of words on the inside of every agenda');
	await vi.waitFor(() => expect(last(asked)).toMatchObject({ observed_by: 'the chair of the board next door and a friend', actions: ['ac1', 'ac2', 'ac3'] }));
	await user.click(screen.getByRole('button', { name: 'Take out A26-014' }));
	await vi.waitFor(() => expect(last(asked).actions).toEqual(['ac2', 'ac3']));
});

test('an older one is chosen, and one is taken out', async () => {
	const asked = answering({ 'board.remove_assessment': () => ({ result: {}, changed: ['assessment'], entry: null, can_undo: true }) });
	render(SelfAssessment);
	const user = userEvent.setup();
	await user.selectOptions(await screen.findByRole('combobox', { name: 'Which one?' }), '8 November 2025: 3 of 3 statements judged');
	expect(goto).toHaveBeenCalledWith('/board/self-assessment?id=as1', expect.anything());
	await user.click(screen.getByRole('button', { name: 'Take this self-assessment out' }));
	await vi.waitFor(() => expect(asked.find(({ name }) => name === 'board.remove_assessment')?.request).toEqual({ id: view.assessment.id, version: 3 }));
});

test('an empty board begins with the usual statements', async () => {
	const asked = answering({ 'board.assessments': () => ({ ...assessments, all: [], shown: null }), 'board.begin_assessment': () => ({ result: 'as1', changed: ['assessment'], entry: null, can_undo: true }) });
	const { container } = render(SelfAssessment);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Begin a self-assessment' }));
	await vi.waitFor(() => expect(asked.some(({ name }) => name === 'board.begin_assessment')).toBe(true));
	expect(screen.queryByRole('link', { name: 'See it as it prints' })).toBeNull();
	await expectAccessible(container);
});
