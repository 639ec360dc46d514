import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk, type Home } from '$lib/backend';
import { answerWith } from '$lib/backend/fake';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { answers as homeAnswers, chair, champion, clerk, plain } from '$lib/backend/fakes/home.answers';
import { expectAccessible } from '$lib/testing';
import HomePage from './+page.svelte';
import { loopNumbers } from './numbers';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/'), data: {} } }));

async function home(of: Home): Promise<HTMLElement> {
	answerWith({ ...deskAnswers, ...homeAnswers, 'home.show': () => of });
	await desk.reload();
	const { container } = render(HomePage);
	await screen.findByRole('heading', { level: 1 });
	return container;
}

beforeEach(() => {
	desk.current = undefined;
});

test('the chair sees the loop, what needs a decision, and what was heard', async () => {
	const container = await home(chair);
	expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^Good (morning|afternoon|evening), Amina$/);
	expect(screen.getByText(/The board meets in 9 days · the agenda must be out by Wednesday 25 November/)).toBeTruthy();
	expect(screen.getByRole('link', { name: /12 still waiting/ }).getAttribute('href')).toBe('/voices?waiting=1');
	expect(screen.getByRole('heading', { name: 'Before the meeting on 3 December' })).toBeTruthy();
	expect(screen.getByRole('link', { name: /^Open agenda/ })).toBeTruthy();
	await expectAccessible(container);
});

test('a Link Champion’s biggest button logs an event for their theme', async () => {
	const container = await home(champion);
	expect(screen.getByRole('link', { name: /^Log an event/ }).getAttribute('href')).toMatch(/^\/voices\/log\?theme=/);
	expect(screen.getByRole('heading', { name: 'What became of what children said' })).toBeTruthy();
	expect(screen.getByText(/Missing: 3 voices not taken to the board/)).toBeTruthy();
	expect(screen.getByRole('link', { name: 'This half-term' }).getAttribute('href')).toBe('/meetings/half-terms/h2');
	expect(screen.getByRole('button', { name: 'My reminders for my calendar' })).toBeTruthy();
	expect(screen.getByRole('button', { name: /^Event sheet/ })).toBeTruthy();
	await expectAccessible(container);
});

test('democratic services see the deadline and what the agenda lacks', async () => {
	const container = await home(clerk);
	expect(screen.getByText('Next deadline: Wednesday 25 November 2026, in 1 day.')).toBeTruthy();
	expect(screen.getByText('One report without a paper').textContent).toContain('To do:');
	expect(await screen.findByText('3 things are past how long the board keeps them.')).toBeTruthy();
	await expectAccessible(container);
});

test('other roles see their actions, meetings and voices', async () => {
	await expectAccessible(await home(plain));
	expect(screen.getAllByRole('heading', { level: 2 }).map((it) => it.textContent)).toEqual(['My actions', 'Meetings', 'Promises for me to look at', 'What children said lately']);
});

test('an empty board says so, and offers the next step', async () => {
	if (chair.work.home !== 'chair') throw new Error('the chair has another Home');
	await expectAccessible(await home({ ...chair, next: null, work: { ...chair.work, decisions: [], heard: [] } }));
	expect(screen.getByText('Nothing waits for a decision')).toBeTruthy();
	expect(screen.getByText(/No meeting is planned/)).toBeTruthy();
});

test('each number opens the list that it counts', () => {
	if (chair.work.home !== 'chair') throw new Error('the chair has another Home');
	const numbers = loopNumbers({ ...chair.work.numbers, since: null, waiting: 0 }, '2026-11-24');
	expect(numbers.map((it) => it.href)).toEqual(['/voices', '/voices?answered=2000-01-01', '/promises?current=1', '/actions?show=closed', '/voices?told=2000-01-01']);
	expect(numbers[0]?.label).toBe('voices heard so far');
	expect(numbers[1]?.debt).toBeUndefined();
});
