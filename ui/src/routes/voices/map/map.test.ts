import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk } from '$lib/backend';
import { answerWith, type Answers, type Asked } from '$lib/backend/fake';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { answers as mapAnswers, mapPage } from '$lib/backend/fakes/groups.answers';
import { expectAccessible } from '$lib/testing';
import { linesOf, partnersOf } from './partners';
import VoiceMap from './+page.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/voices/map'), params: {}, data: {} } }));

vi.mock('$lib/backend/shell', async (original) => ({ ...(await original<object>()), chooseWhereToSave: async () => null }));

const written = (result: unknown) => () => ({ result, changed: [], entry: null, can_undo: false }) as never;

function answering(more: Answers = {}): Asked[] {
	return answerWith({ ...deskAnswers, ...mapAnswers, 'history.list': () => [], ...more });
}

beforeEach(async () => {
	answering();
	await desk.reload();
});

test('the gaps stand first, in words, with how those children like to be heard', async () => {
	const { container } = render(VoiceMap);
	expect(await screen.findByText('Not heard this half-term: under 5s.')).toBeTruthy();
	const gaps = within(screen.getByRole('list', { name: 'Cohorts that were not heard' }));
	expect(gaps.getByText(/How they like to be heard: Play, drawing/)).toBeTruthy();
	expect(gaps.getByText(/Last heard 2 October 2026, 7 weeks ago: Independent visitors/)).toBeTruthy();
	expect(gaps.getByRole('link', { name: /Plan an event/ }).getAttribute('href')).toBe('/voices/log');
	await expectAccessible(container);
});

test('every cohort has its channels, who runs them, and when it was last heard', async () => {
	render(VoiceMap);
	const row = within((await screen.findByRole('rowheader', { name: 'Secondary age' })).closest('tr')!);
	expect(row.getByText('6 at 1 event')).toBeTruthy();
	expect(row.getByText('Befriending Trust')).toBeTruthy();
	expect(row.getByText('Heard')).toBeTruthy();
	expect(screen.getByText(/Nobody wrote down a cohort for 4 children who came and 1 voice/)).toBeTruthy();
});

test('the map is narrowed to one partner', async () => {
	expect(partnersOf(mapPage.channels).map(({ label }) => label)).toEqual(['The council', 'Befriending Trust']);
	expect(linesOf(mapPage.map!.lines, 'the council').map((line) => [line.cohort, line.channels.length])).toEqual([['Under 5s', 1]]);
	render(VoiceMap);
	const user = userEvent.setup();
	await user.selectOptions(await screen.findByRole('combobox', { name: 'Run by' }), 'The council');
	expect(screen.queryByRole('rowheader', { name: 'Secondary age' })).toBeNull();
});

test('another half-term is asked for, and shows what was without a next step', async () => {
	const asked = answering({ 'voice_map.show': ({ half_term_id }) => (half_term_id ? { ...mapPage, half_term_id, is_now: false, gaps: 'Not heard in Autumn 1, 2026/27: under 5s.' } : mapPage) });
	render(VoiceMap);
	const user = userEvent.setup();
	await user.selectOptions(await screen.findByRole('combobox', { name: 'Half-term' }), 'Autumn 1, 2026/27');
	expect(await screen.findByText('Not heard in Autumn 1, 2026/27: under 5s.')).toBeTruthy();
	expect(screen.queryByRole('link', { name: /Plan an event/ })).toBeNull();
	expect(asked.at(-1)?.request).toEqual({ half_term_id: 'autumn1' });
});

test('a channel that reaches nobody is refused beside whom it reaches', async () => {
	const sentence = 'Tick at least one cohort that it reaches.';
	answering({ 'voice_map.add_channel': () => { throw { code: 'invalid', message: sentence, field: 'cohorts' }; } });
	const { container } = render(VoiceMap);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Add a channel' }));
	await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'Advocates');
	await user.click(screen.getByRole('button', { name: 'Add the channel' }));
	expect((await screen.findAllByText(new RegExp(sentence))).length).toBeGreaterThan(0);
	await expectAccessible(container);
});

test('a day on which children were heard is noted with those who were', async () => {
	const asked = answering({ 'voice_map.hear': written({}) });
	render(VoiceMap);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Heard again through Independent visitors' }));
	await user.click(screen.getByRole('checkbox', { name: 'Under 5s' }));
	await user.click(screen.getByRole('button', { name: 'Note it' }));
	await waitFor(() => expect(asked.find(({ name }) => name === 'voice_map.hear')?.request).toMatchObject({ id: 'ch1', version: 3, heard: ['c1'] }));
});

test('an export asks for its audience', async () => {
	const asked = answering();
	render(VoiceMap);
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: /^For everybody/, hidden: true }));
	await waitFor(() => expect(asked.find(({ name }) => name === 'voice_map.export')?.request).toEqual({ half_term_id: null, audience: 'public' }));
});

test('a board without half-terms is told what the map needs', async () => {
	answering({ 'voice_map.show': () => ({ ...mapPage, map: null, half_term_id: null, half_terms: [], gaps: null, channels: [] }) });
	const { container } = render(VoiceMap);
	expect(await screen.findByRole('link', { name: 'Enter the half-terms' })).toBeTruthy();
	expect(screen.getByText(/Ways in which children’s voice already reaches the council go here/)).toBeTruthy();
	await expectAccessible(container);
});
