import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answerWith, type Asked } from '$lib/backend/fake';
import { answers, minutes } from '$lib/backend/fakes/minutes.answers';
import type { MinutesView } from '$lib/backend';
import { expectAccessible } from '$lib/testing';
import Page from './+page.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/meetings/m1/minutes'), data: {} } }));

function show(change: Partial<MinutesView> = {}, at: string | null = null): { container: HTMLElement; asked: Asked[] } {
	const asked = answerWith({ ...answers, 'minutes.show': () => ({ ...minutes, ...change }) });
	const { container } = render(Page, { data: { meeting: 'm1', at } });
	return { container, asked };
}

const last = (asked: Asked[], name: string): unknown => asked.filter((one) => one.name === name).at(-1)?.request;

test('a draft shows each item with its number, what is missing, and saves what is typed', async () => {
	const { container, asked } = show();
	expect(await screen.findByRole('heading', { name: 'CPB 14/26 · 2 Homes near school' })).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Item 2 has no plain words for children.' })).toBeTruthy();
	const box = screen.getAllByLabelText(/In plain words, for children/)[0] as HTMLTextAreaElement;
	const user = userEvent.setup();
	await user.type(box, 'We talked.');
	await user.tab();
	await waitFor(() => expect(last(asked, 'minutes.write')).toMatchObject({ agenda_item_id: 'i2', version: 3, plain_text: 'We talked.' }));
	await expectAccessible(container);
});

test('approving asks at which meeting and who signed', async () => {
	const { asked } = show({}, 'm2');
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Approve and lock the minutes' }));
	await waitFor(() => expect(last(asked, 'minutes.approve')).toEqual({ meeting_id: 'm1', at_meeting_id: 'm2', signed_by: 'amina' }));
});

test('approved minutes are locked, and take only dated corrections', async () => {
	const meeting = { ...minutes.meeting, state: 'minutes_approved' as const };
	const locked = 'These minutes are approved and locked. Add a dated correction instead.';
	const content = { ...minutes.content, approval: { on: '2027-01-21', signed_by: 'Cllr Amina Yusuf' } };
	const { container, asked } = show({ meeting, locked, content });
	expect(await screen.findByText(/signed by Cllr Amina Yusuf/)).toBeTruthy();
	expect(screen.queryByLabelText('Minute')).toBeNull();
	expect(screen.queryByRole('button', { name: 'Record a decision' })).toBeNull();
	await expectAccessible(container);
	const user = userEvent.setup();
	await user.click(screen.getByText('Add a correction'));
	await user.type(screen.getByLabelText(/What should it say/), 'Cllr Price was present.');
	await user.click(screen.getByRole('button', { name: 'Add the correction' }));
	await waitFor(() => expect(last(asked, 'minutes.correct')).toEqual({ meeting_id: 'm1', agenda_item_id: null, text: 'Cllr Price was present.' }));
});

test('drafted minutes can be seen as they will print', async () => {
	show();
	const preview = await screen.findByRole('link', { name: 'Preview' });
	expect(preview.getAttribute('href')).toBe('/reports?document=minutes&meeting=m1');
	expect(screen.getByRole('link', { name: 'Agenda' }).getAttribute('href')).toBe('/meetings/m1/agenda');
});
