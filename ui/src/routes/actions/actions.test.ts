import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers } from '$lib/backend/fakes/actions.answers';
import { expectAccessible } from '$lib/testing';
import Page from './+page.svelte';
import One from './[id]/+page.svelte';

const { state, chooseWhereToSave } = vi.hoisted(() => ({
	state: { page: { url: new URL('tauri://localhost/actions'), data: {} } },
	chooseWhereToSave: vi.fn(() => Promise.resolve('log.csv'))
}));
vi.mock('$app/state', () => state);
vi.mock('$app/navigation', () => ({ afterNavigate: () => {}, goto: vi.fn() }));
vi.mock('$lib/backend/shell', async (original) => ({ ...(await original<object>()), chooseWhereToSave }));

let asked: Asked[];
const last = (name: string): unknown => asked.filter((one) => one.name === name).at(-1)?.request;
const at = (path: string): void => {
	state.page.url = new URL(`tauri://localhost${path}`);
};

beforeEach(() => {
	asked = answerWith({ ...answers, 'desk.save_text': () => ({}) });
	at('/actions');
});

test('the log shows what the board has not closed, and says what is overdue', async () => {
	const { container } = render(Page);
	expect(await screen.findByText(/2 not closed · 1 overdue/)).toBeTruthy();
	expect(screen.getByText('Tell schools on the same day')).toBeTruthy();
	expect(screen.queryByText('Ring back the same day')).toBeNull();
	expect(screen.getByText(/1 action was overdue at two meetings/)).toBeTruthy();
	await expectAccessible(container);
});

test('Home’s number of overdue actions opens just those', async () => {
	at('/actions?overdue=1');
	render(Page);
	expect(await screen.findByText('1 action')).toBeTruthy();
	expect(screen.queryByText('Visit Rose Cottage')).toBeNull();
});

test('an export holds nothing that is not open unless it is for members', async () => {
	render(Page);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Export' }));
	await waitFor(() => expect(last('desk.save_text')).toBeTruthy());
	const everyone = JSON.stringify(last('desk.save_text'));
	expect(everyone).toContain('A26-002,Exempt · paragraph 1,,,');
	expect(everyone).not.toContain('Rose Cottage');
	await user.click(screen.getByLabelText('Export for members only'));
	await user.click(screen.getByRole('button', { name: 'Export' }));
	await waitFor(() => expect(JSON.stringify(last('desk.save_text'))).toContain('Visit Rose Cottage'));
});

test('several are updated in one change', async () => {
	render(Page);
	const user = userEvent.setup();
	await user.click(await screen.findByLabelText('Tick all shown'));
	await user.click(screen.getByRole('button', { name: 'Update them all' }));
	await user.type(screen.getByLabelText('Note on the progress'), 'On its way.');
	await user.click(screen.getByRole('button', { name: 'Update them in one change' }));
	await waitFor(() => expect(last('actions.update_many')).toEqual({ ids: ['a1', 'a2'], note: 'On its way.', done: false, due: null }));
});

test('one action says where it came from, saves what is changed, and is closed by the board', async () => {
	const { container } = render(One, { data: { action: 'a1' } });
	expect(await screen.findByRole('heading', { name: 'Action A26-001' })).toBeTruthy();
	expect(screen.getByRole('heading', { name: 'Where it came from, and what became of it' })).toBeTruthy();
	expect(await screen.findByRole('link', { name: 'What children told us' })).toBeTruthy();
	expect(screen.getByRole('link', { name: 'A voice that is not to be shared' })).toBeTruthy();
	await expectAccessible(container);
	const user = userEvent.setup();
	await user.type(screen.getByRole('textbox', { name: 'Action' }), ', every time');
	await user.tab();
	await waitFor(() => expect(last('actions.save')).toMatchObject({ id: 'a1', version: 2, text: 'Tell schools on the same day, every time' }));
	await user.click(screen.getByRole('button', { name: 'Closed by the board on 3 December' }));
	await waitFor(() => expect(last('actions.close')).toEqual({ id: 'a1', version: 2, meeting_id: 'm1' }));
});

test('the offer to escalate fills in its dates', async () => {
	render(One, { data: { action: 'a1' } });
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Escalate it' }));
	expect((screen.getByLabelText(/^Why/) as HTMLTextAreaElement).value).toContain('the second on 12 November.');
	await user.click(screen.getAllByRole('button', { name: 'Escalate it' }).at(-1)!);
	await waitFor(() => expect(last('actions.escalate')).toMatchObject({ action_id: 'a1', to: 'lead_member' }));
});
