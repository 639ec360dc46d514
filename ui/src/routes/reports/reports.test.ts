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
	champions: [],
	periods: [],
	items: [],
	years: [],
	academic_years: [],
	assessments: []
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

test('a pack says how many of its pages are done, and can be stopped', async () => {
	const pack: ReportList['documents'][number] = { ...list.documents[0]!, document: 'pack', name: 'agenda pack', formats: ['pdf'] };
	address_.url = new URL('app:/reports?document=pack');
	let refuse: (thrown: unknown) => void = () => {};
	asked = answerWith({
		'reports.list': () => ({ ...list, documents: [pack] }),
		'reports.preview': () => new Promise((_, reject) => (refuse = reject)),
		'work.look': () => ({ done: 12, of: 184 }),
		'work.stop': () => {
			refuse({ code: 'stopped', message: 'It was stopped. Nothing was written.', field: null });
			return true;
		}
	});
	const { container } = render(ReportsPage);
	await screen.findByText('12 of 184 pages', {}, { timeout: 3000 });
	await expectAccessible(container);
	await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
	await screen.findByText('It was stopped. Nothing was written.');
	expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
	const named = asked.filter(({ name }) => name !== 'reports.list').map(({ request }) => (request as { work: string }).work);
	expect(new Set(named).size).toBe(1);
	address_.url = new URL('app:/reports?document=child_promises');
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
		period_id: null,
		period_named: null,
		agenda_item_id: null,
		item_number: null,
		assessment_id: null,
		from: null,
		to: null,
		year: null,
		part: null,
		format: null,
		work: null
	});
	const year = readChosen(new URLSearchParams('document=annual_report&year=2025&item=i1&from=2026-01-01'));
	expect(request(year, { document: 'annual_report', subject: 'year', answers: false })).toMatchObject({ year: 2025, agenda_item_id: null, from: null });
	const span = readChosen(new URLSearchParams('from=2026-01-01&to=2026-02-01&year=2025'));
	expect(request(span, { document: 'voice_summary', subject: 'span', answers: false })).toMatchObject({ from: '2026-01-01', to: '2026-02-01', year: null });
	const judged = readChosen(new URLSearchParams('document=self_assessment&assessment=as1'));
	expect(request(judged, { document: 'self_assessment', subject: 'assessment', answers: false })).toMatchObject({ assessment_id: 'as1', year: null });
	expect(readChosen(new URLSearchParams(address(chosen).split('?')[1]))).toEqual(chosen);
	expect(readChosen(new URLSearchParams('document=nonsense&audience=spies'))).toMatchObject({ document: 'nonsense', audience: null });
});

test('the chair’s words for the annual report are written beside it, and what is too long says so', async () => {
	address_.url = new URL('app:/reports?document=annual_report&year=2026');
	const line = { document: 'annual_report', name: 'annual report', subject: 'year', audiences: ['public'], formats: ['pdf'], answers: false, meeting_id: null, not_yet: null } as const;
	const written = { id: 'a1', version: 2, year: 2026, foreword: 'Children spoke first.', foreword_by: 'c1', asks: ['Free buses'] };
	const asked = answerWith({
		'reports.list': () => ({ ...list, documents: [{ ...line, audiences: [...line.audiences], formats: [...line.formats] }], years: [{ year: 2026, name: '2026/27' }, { year: 2025, name: '2025/26' }] }),
		'reports.preview': () => ({ ...preview, audience: 'public', missing: [] }),
		'reports.annual': () => ({ written, name: '2026/27', people: [{ id: 'c1', name: 'Cllr Amina Yusuf' }] }),
		'drafts.find': () => ({ values: null }),
		'drafts.keep': () => ({ result: null, changed: [], entry: null, can_undo: false }),
		'reports.save_annual': () => {
			throw { code: 'invalid', message: 'The foreword is 20,001 characters long.', field: 'foreword' };
		}
	});
	const { container } = render(ReportsPage);
	const years = (await screen.findByLabelText('Reporting year')) as HTMLSelectElement;
	expect([...years.options].map(({ text }) => text)).toEqual(['April 2026 to March 2027 (2026/27)', 'April 2025 to March 2026 (2025/26)']);
	const asks = await screen.findByLabelText('What we ask of the council');
	await fireEvent.input(asks, { target: { value: 'Free buses\n\nHomes without a deposit' } });
	await fireEvent.click(screen.getByRole('button', { name: 'Save for 2026/27' }));
	expect((await screen.findAllByText('The foreword is 20,001 characters long.')).length).toBeGreaterThan(0);
	expect(asked.find(({ name }) => name === 'reports.save_annual')?.request).toEqual({ ...written, asks: ['Free buses', 'Homes without a deposit'] });
	await expectAccessible(container);
	address_.url = new URL('app:/reports?document=child_promises');
});
