import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import type { PlainWords, Preview, ReportList } from '$lib/backend';
import { expectAccessible } from '$lib/testing';
import { address, readChosen, request } from './chosen';
import ReportsPage from './+page.svelte';

// Pages are drawn by the web view: here it is enough that the file arrives.
vi.mock('./pdf', () => ({
	openPdf: async () => ({ numPages: 2, getPage: async () => ({ getViewport: () => ({ width: 595, height: 842 }) }) }),
	drawPage: async () => {}
}));
vi.mock('$app/navigation', () => ({ goto: vi.fn() }));
const address_ = vi.hoisted(() => ({ url: new URL('app:/reports?document=child_promises') }));
vi.mock('$app/state', () => ({ page: address_ }));

const list: ReportList = {
	documents: [
		{ document: 'agenda', name: 'agenda', subject: 'meeting', audiences: ['public', 'members'], formats: ['pdf', 'html'], answers: false, meeting_id: 'm1', not_yet: null },
		{ document: 'child_promises', name: 'promises report for children', subject: 'board', audiences: ['children'], formats: ['pdf', 'html'], answers: true, meeting_id: null, not_yet: null }
	],
	meetings: [{ id: 'm1', date: '2026-12-03', title: '', state: 'agenda_published', held: false }],
	events: [],
	themes: [],
	champions: []
};
const missing: PlainWords = {
	field: 'promise_plain',
	id: 'p1',
	version: 3,
	place: 'Promise 1: What we promise',
	about: 'Placement stability',
	words: ''
};
const preview: Preview = {
	file_name: 'promises.pdf',
	title: 'How are we doing with our promises?',
	audience: 'children',
	pages: 2,
	part: 1,
	parts: 1,
	pdf_base64: '',
	text: 'How are we doing with our promises?\nWe are still writing this part.',
	missing: [missing],
	readability: [],
	unprintable: [],
	notes: []
};

let asked: Asked[];
beforeEach(() => {
	asked = answerWith({
		'reports.list': () => list,
		'reports.preview': () => preview,
		'reports.save_words': () => {
			throw { code: 'stale', message: 'Someone else changed this promise.', field: null };
		}
	});
});

test('a document is shown with its words, and what is missing can be written beside it', async () => {
	const { container } = render(ReportsPage);
	await screen.findByText('Still to write: 1');
	expect(screen.getByText('We are still writing this part.')).toBeTruthy();
	expect(await screen.findAllByRole('img', { name: /Page \d of 2/ })).toHaveLength(2);
	await expectAccessible(container);

	const field = screen.getByLabelText('Promise 1: What we promise');
	await fireEvent.input(field, { target: { value: 'You stay.' } });
	await fireEvent.change(field);
	await screen.findByText('Someone else changed this promise.');
	expect(asked.at(-1)).toEqual({
		name: 'reports.save_words',
		request: { field: 'promise_plain', id: 'p1', version: 3, words: 'You stay.' }
	});
	expect((field as HTMLTextAreaElement).value).toBe('You stay.');
});

test('a report that is too long for children has its parts to choose from', async () => {
	answerWith({ 'reports.list': () => list, 'reports.preview': () => ({ ...preview, part: 2, parts: 3 }) });
	const { container } = render(ReportsPage);
	const parts = (await screen.findByLabelText('Part')) as HTMLSelectElement;
	expect([...parts.options].map(({ text }) => text)).toEqual(['Part 1 of 3', 'Part 2 of 3', 'Part 3 of 3']);
	expect(parts.value).toBe('2');
	await expectAccessible(container);
	expect(request(readChosen(new URLSearchParams('document=child_promises&part=3')), list.documents[1]!).part).toBe(3);
});

test('a document can be saved in each form that it has', async () => {
	answerWith({
		'reports.list': () => list,
		'reports.preview': () => preview
	});
	render(ReportsPage);
	expect(await screen.findByRole('button', { name: 'Save as PDF' })).toBeTruthy();
	expect(screen.getByRole('button', { name: 'Save as a web page' })).toBeTruthy();
	expect(screen.queryByRole('button', { name: 'Save as a spreadsheet' })).toBeNull();
});

test('what cannot be printed is named with its place, and is not saved as PDF', async () => {
	const unprintable = [{ character: '𓀀', code: 'U+13000', within: 'A sign 𓀀 here', under: '2. Apologies' }];
	answerWith({ 'reports.list': () => list, 'reports.preview': () => ({ ...preview, unprintable }) });
	const { container } = render(ReportsPage);
	expect(await screen.findByText('Cannot be printed: 1')).toBeTruthy();
	expect(screen.getByText(/U\+13000/).textContent).toContain('“𓀀” (U+13000) in “A sign 𓀀 here”, under “2. Apologies”');
	expect(screen.queryByRole('button', { name: 'Save as PDF' })).toBeNull();
	expect(screen.getByRole('button', { name: 'Save as a web page' })).toBeTruthy();
	await expectAccessible(container);
});

test('the address holds what is chosen, and a document is asked only for what it can be about', () => {
	const chosen = readChosen(new URLSearchParams('document=minutes&meeting=m1&audience=chair&event=e1&since=2026-01-01'));
	expect(request(chosen, { document: 'minutes', subject: 'held_meeting', answers: false })).toEqual({
		document: 'minutes',
		audience: 'chair',
		meeting_id: 'm1',
		meeting_on: null,
		event_id: null,
		theme_id: null,
		person_id: null,
		person_named: null,
		answered_since: null,
		part: null,
		format: null
	});
	expect(readChosen(new URLSearchParams(address(chosen).split('?')[1]))).toEqual(chosen);
	expect(readChosen(new URLSearchParams('document=nonsense&audience=spies'))).toMatchObject({ document: 'nonsense', audience: null });
});
