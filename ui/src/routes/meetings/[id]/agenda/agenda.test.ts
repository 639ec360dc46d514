import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { agenda, answers, themed } from '$lib/backend/fakes/agenda.answers';
import { expectAccessible } from '$lib/testing';
import type { Paper } from '$lib/backend';
import Page from './+page.svelte';

// A whole screen takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 });
// The pages of a PDF are drawn by a web view; there is none here.
vi.mock('../../../reports/pdf', () => ({
	drawPage: vi.fn(),
	openPdf: () =>
		Promise.resolve({
			numPages: 1,
			getPage: () =>
				Promise.resolve({
					getViewport: () => ({ width: 595, height: 842 }),
					getTextContent: () => Promise.resolve({ items: [{ str: 'Eleven homes are more than ten miles away.', hasEOL: true }] })
				})
		})
}));
vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
const dialog = vi.hoisted(() => ({ chooseFile: vi.fn(), chooseFolder: vi.fn() }));
vi.mock('$lib/backend/shell', () => dialog);
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/meetings/m1/agenda'), data: {} } }));

function show(change: Answers = {}): { container: HTMLElement; asked: Asked[] } {
	const asked = answerWith({ ...answers, ...change });
	const { container } = render(Page, { data: { meeting: 'm1', item: null } });
	return { container, asked };
}

const homes: Paper = {
	id: 'pa1', version: 1, title: 'Homes near school', plain_summary: 'Why homes are far away.', file_name: 'homes.pdf', bytes: 9, hash: 'h', pages: 1,
	access: 'open', paragraphs: [], access_reason: '', added_on: '2026-11-20'
};
const last = (asked: Asked[], name: string): unknown => asked.filter((one) => one.name === name).at(-1)?.request;
const title = (words: string): Promise<HTMLElement> => screen.findByRole('button', { name: words });

test('the builder shows items, the running clock, the time by purpose and what is ready', async () => {
	const { container } = show();
	const row = (await title('2 What children told us')).closest('tr')!;
	expect(within(row).getByText('5:35pm · 30')).toBeTruthy();
	expect(screen.getByText('Business 5 · Listen 30 · Check 25 · Lead 20')).toBeTruthy();
	expect(screen.getByText(/Ends 6:50pm/).textContent).toContain('Children speak second.');
	expect(screen.getByText('Exempt · paragraphs 1 and 2')).toBeTruthy();
	expect(screen.getByText('Item 3 has no lead yet.')).toBeTruthy();
	await expectAccessible(container);
});

test('Alt and an arrow key move the item that has the focus, and it is said', async () => {
	const { asked } = show();
	(await title('2 What children told us')).focus();
	const user = userEvent.setup();
	await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
	expect(last(asked, 'agenda.move_item')).toEqual({ item_id: 'i2', to: 3 });
	expect(await screen.findByText('What children told us is now item 3 of 4')).toBeTruthy();
	await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
	expect(last(asked, 'agenda.move_item')).toEqual({ item_id: 'i2', to: 1 });
});

test('an item saves itself, and a refusal stands beside its field', async () => {
	const { asked, container } = show({
		'agenda.save_item': ({ item }) => {
			if (item.title.startsWith('“')) throw { code: 'invalid', message: 'This title repeats what a child said.', field: 'title' };
			return answers['agenda.save_item']!({ item });
		}
	});
	const user = userEvent.setup();
	await user.click(await title('3 Promise 2: a home that stays'));
	const field = await screen.findByLabelText(/^Title/);
	await user.clear(field);
	await user.type(field, '“I want to stay”');
	await user.tab();
	expect((await screen.findAllByText('This title repeats what a child said.')).length).toBeGreaterThan(0);
	expect(field.getAttribute('aria-invalid')).toBe('true');
	await user.clear(field);
	await user.type(field, 'Staying put');
	await user.tab();
	await waitFor(() => expect(field.getAttribute('aria-invalid')).toBeNull());
	expect(last(asked, 'agenda.save_item')).toMatchObject({ item: { id: 'i3', version: 1, title: 'Staying put' } });
	await expectAccessible(container);
	await user.keyboard('{Escape}');
	expect(document.activeElement?.textContent).toContain('3 Promise 2');
});

test('Move up and Move down are buttons too', async () => {
	const { asked } = show();
	const user = userEvent.setup();
	await user.click(await title('1 Welcome and apologies'));
	expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Move up item 1' })).disabled).toBe(true);
	await user.click(screen.getByRole('button', { name: 'Move down item 1' }));
	expect(last(asked, 'agenda.move_item')).toEqual({ item_id: 'i1', to: 2 });
});

test('the proposal says what it would add and why, and adds what is ticked', async () => {
	const { asked } = show();
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Propose more' }));
	expect(await screen.findByText(/2 voices are without an answer, the oldest for 11 weeks/)).toBeTruthy();
	await user.click(screen.getByRole('checkbox', { name: 'Actions' }));
	await user.click(screen.getByRole('button', { name: 'Add 2 lines to the agenda' }));
	expect(last(asked, 'agenda.apply_proposal')).toEqual({ meeting_id: 'm1', keys: ['voices:t1', 'actions'], edits: [] });
});

test('a proposed line is edited in place, and its questions are chosen', async () => {
	const { asked, container } = show({ 'agenda.propose': () => themed });
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Propose more' }));
	await user.click(await screen.findByRole('button', { name: 'Edit The theme of the meeting: A home that stays' }));
	const edit = await screen.findByRole('group', { name: 'Edit: A home that stays' });
	await user.clear(within(edit).getByRole('textbox', { name: /^Title/ }));
	await user.type(within(edit).getByRole('textbox', { name: /^Title/ }), 'Homes near school');
	await user.click(within(edit).getByRole('checkbox', { name: 'Who moved twice?' }));
	await user.click(within(edit).getByRole('checkbox', { name: 'Why did each child move?' }));
	await expectAccessible(container);
	await user.click(screen.getByRole('button', { name: 'Add 2 lines to the agenda' }));
	expect(last(asked, 'agenda.apply_proposal')).toMatchObject({ keys: ['voices:t1', 'theme:t1'], edits: [{ key: 'theme:t1', title: 'Homes near school', questions: ['Why did each child move?'], discussing_minutes: 10 }] });
});

test('a refused edit stands beside its field', async () => {
	show({
		'agenda.propose': () => themed,
		'agenda.apply_proposal': () => {
			throw { code: 'invalid', message: 'Enter a title.', field: 'edits.0.title' };
		}
	});
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Propose more' }));
	await user.click(await screen.findByRole('button', { name: 'Edit The theme of the meeting: A home that stays' }));
	const field = within(await screen.findByRole('group', { name: 'Edit: A home that stays' })).getByRole('textbox', { name: /^Title/ });
	await user.clear(field);
	await user.click(screen.getByRole('button', { name: 'Add 2 lines to the agenda' }));
	await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
});

test('what is dropped stays away from this meeting, and can be asked for again', async () => {
	const { asked } = show({ 'agenda.propose': () => themed });
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Propose more' }));
	await user.click(await screen.findByRole('button', { name: 'Drop The theme of the meeting: A home that stays, for this meeting' }));
	expect(last(asked, 'agenda.drop_proposed')).toEqual({ meeting_id: 'm1', key: 'theme:t1' });
	await user.click(await screen.findByText('Dropped for this meeting (1)'));
	await user.click(screen.getByRole('button', { name: 'Propose it again Actions' }));
	expect(last(asked, 'agenda.ask_again')).toEqual({ meeting_id: 'm1', key: 'actions' });
});

test('the shape of the meeting is one panel: who talks, when children speak, what there is to read, and advice', async () => {
	show();
	expect(await screen.findByText('131, of at most 100')).toBeTruthy();
	expect(screen.getByText('Officers present').nextElementSibling?.textContent).toContain('10 minutes');
	expect(screen.getByText('The board talks').nextElementSibling?.textContent).toContain('1 hour');
	expect(within(screen.getByRole('list', { name: 'Advice' })).getByText(/The papers have 131 pages/)).toBeTruthy();
	expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check and publish' }).disabled).toBe(false);
});

test('questions of the key lines of enquiry are chosen for an item', async () => {
	const { asked } = show();
	const user = userEvent.setup();
	await user.click(await title('3 Promise 2: a home that stays'));
	await user.click(await screen.findByRole('button', { name: 'Choose from the key lines of enquiry' }));
	await user.click(await screen.findByRole('checkbox', { name: 'Why did each child move?' }));
	await user.click(screen.getByRole('button', { name: 'Ask 1 question' }));
	await waitFor(() => expect(last(asked, 'agenda.save_item')).toMatchObject({ item: { questions: ['Why did each child move?'] } }));
});

test('a late agenda asks for its reason before it comes out', async () => {
	const { asked } = show({ 'agenda.show': () => ({ ...agenda, is_late: true }) });
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Check and publish' }));
	await user.type(await screen.findByLabelText(/Why it comes out late/), 'The hall had to be found.');
	await user.click(screen.getByRole('button', { name: 'Publish the agenda' }));
	expect(last(asked, 'agenda.publish')).toEqual({ meeting_id: 'm1', late_reason: 'The hall had to be found.' });
});

test('a published agenda changes only by late items and reasons', async () => {
	show({ 'agenda.show': () => ({ ...agenda, is_draft: false, meeting: { ...agenda.meeting, state: 'agenda_published' }, versions: [{ id: 'x1', number: 1, published_on: '2026-11-24', reason: '', late_reason: '' }] }) });
	const user = userEvent.setup();
	expect(await screen.findByRole('button', { name: 'Add a late item' })).toBeTruthy();
	await user.click(await title('4 One home’s inspection'));
	expect(await screen.findByRole('button', { name: 'Withdraw the item' })).toBeTruthy();
	expect(screen.getByRole('button', { name: 'Open it to the public' })).toBeTruthy();
	expect(screen.queryByLabelText(/^Title/)).toBeNull();
	expect(screen.getByRole('heading', { name: 'Versions' })).toBeTruthy();
});

test('what a Link Champion saw stands beside the item whose claim it checks', async () => {
	const seen = [{ id: 'r1', claim: 'Schools are told the same day.', stands_in: 'Placement report', verdict: 'not_true' as const, seen: 'They were not.', event_id: 'e1', event: 'Pizza night', date: '2026-11-18' }];
	const { container } = show({ 'agenda.show': () => ({ ...agenda, items: agenda.items.map((line) => (line.item.id === 'i3' ? { ...line, seen } : line)) }) });
	expect(await screen.findByText('Seen: not true')).toBeTruthy();
	await userEvent.click(await title('3 Promise 2: a home that stays'));
	const beside = await screen.findByRole('region', { name: 'Seen with our own eyes' });
	expect(within(beside).getByText('“Schools are told the same day.”')).toBeTruthy();
	expect(within(beside).getByRole('link', { name: 'Pizza night' }).getAttribute('href')).toBe('/events/e1');
	await expectAccessible(container);
});

test('a paper that is not tagged is attached, and what that means for the pack is said', async () => {
	dialog.chooseFile.mockResolvedValue('/home/colin/scan.pdf');
	const notice = '“scan.pdf” is not tagged: a screen reader cannot follow it, so a pack with it does not say that everybody can read it (PDF/UA). Ask its author for a tagged PDF.';
	const { asked, container } = show({ 'agenda.attach_paper': () => ({ result: { ...homes, notices: [notice] }, changed: [], entry: null, can_undo: false }) });
	const user = userEvent.setup();
	await user.click(await title('2 What children told us'));
	await user.click(await screen.findByRole('button', { name: 'Attach a paper to item 2' }));
	expect(await screen.findByText(notice)).toBeTruthy();
	expect(last(asked, 'agenda.attach_paper')).toEqual({ item_id: 'i2', file: { path: '/home/colin/scan.pdf' }, reason: '' });
	expect(screen.queryByRole('alert')).toBeNull();
	await expectAccessible(container);
});

test('an attached paper is read where it is', async () => {
	const items = agenda.items.map((line, at) => (at === 1 ? { ...line, papers: [homes] } : line));
	const { asked, container } = show({ 'agenda.show': () => ({ ...agenda, items }), 'agenda.read_paper': () => ({ pdf_base64: 'JVBERg==' }) });
	const user = userEvent.setup();
	await user.click(await title('2 What children told us'));
	await user.click(await screen.findByRole('button', { name: 'Read Homes near school' }));
	expect(last(asked, 'agenda.read_paper')).toEqual({ paper_id: 'pa1' });
	expect(await screen.findByText('Eleven homes are more than ten miles away.')).toBeTruthy();
	expect(screen.getByRole('img', { name: 'Page 1 of 1' })).toBeTruthy();
	await expectAccessible(container);
});
