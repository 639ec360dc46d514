import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notices } from '$lib/notices.svelte';
import { attempt, call, changes, loaded, Refused, save, saved, undoLast, type Resource } from '.';
import { useTransport, type CommandName } from './call';

// The commands of these stories need not exist: the door is the same for each.
const ask = (name: string, request: unknown = {}): Promise<unknown> => call(name as CommandName, request as never);
const write = (name: string): Promise<unknown> => save(name as 'history.undo', { entry: '' });

beforeEach(() => {
	vi.useFakeTimers();
	notices.list = [];
});
afterEach(() => vi.useRealTimers());

test('a refusal keeps its code, sentence and field', async () => {
	useTransport(() => Promise.reject({ code: 'blank', message: 'A theme needs a name.', field: 'name' }));
	const refused = await ask('theme.add').catch((thrown: unknown) => thrown);
	expect(refused).toBeInstanceOf(Refused);
	expect(refused).toMatchObject({ code: 'blank', message: 'A theme needs a name.', field: 'name' });
});

test('an accident is told in plain words', async () => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	useTransport(() => Promise.reject(new TypeError('x is not a function')));
	await expect(ask('theme.add')).rejects.toThrow('Something unexpected stopped this.');
});

test('a resource asks again when one of its kinds changes, and only then', async () => {
	const load = vi.fn(async () => load.mock.calls.length);
	let voices: Resource<number> | undefined;
	const stop = $effect.root(() => {
		voices = loaded(['voice'], load);
	});
	await settle();
	expect(voices?.data).toBe(1);
	changes.happened(['meeting']);
	await settle();
	expect(voices?.data).toBe(1);
	changes.happened(['meeting', 'voice']);
	await settle();
	expect(voices?.data).toBe(2);
	stop();
	changes.happened(['voice']);
	await settle();
	expect(load).toHaveBeenCalledTimes(2);
});

test('a resource keeps its data while a slow answer is on its way, and shows the wait after 300 ms', async () => {
	const answers: ((value: string) => void)[] = [];
	let resource: Resource<string> | undefined;
	const stop = $effect.root(() => {
		resource = loaded(['voice'], () => new Promise<string>((answer) => answers.push(answer)));
	});
	flushSync();
	answers[0]?.('first');
	await settle();
	changes.happened(['voice']);
	flushSync();
	vi.advanceTimersByTime(299);
	expect([resource?.data, resource?.slow]).toEqual(['first', false]);
	vi.advanceTimersByTime(1);
	expect([resource?.data, resource?.slow]).toEqual(['first', true]);
	answers[1]?.('second');
	await settle();
	expect([resource?.data, resource?.slow, resource?.loading]).toEqual(['second', false, false]);
	stop();
});

test('an answer that a later question overtook is dropped', async () => {
	const answers: ((value: string) => void)[] = [];
	let resource: Resource<string> | undefined;
	const stop = $effect.root(() => {
		resource = loaded(['voice'], () => new Promise<string>((answer) => answers.push(answer)));
	});
	flushSync();
	changes.happened(['voice']);
	flushSync();
	answers[1]?.('new');
	answers[0]?.('old');
	await settle();
	expect(resource?.data).toBe('new');
	stop();
});

test('a write tells what changed, notes the time and offers Undo', async () => {
	vi.setSystemTime('2026-12-03T14:02:00Z');
	const asked: [string, unknown][] = [];
	useTransport(async (name, request) => {
		asked.push([name, request]);
		return { result: 'done', changed: ['action'], entry: name === 'history.undo' ? 'e2' : 'e1', can_undo: true };
	});
	const before = changes.of('action');
	expect(await write('action.close')).toBe('done');
	expect(changes.of('action')).toBe(before + 1);
	expect(saved.at).toBe(Date.parse('2026-12-03T14:02:00Z'));
	expect(notices.list.map((notice) => [notice.words, notice.action?.words])).toEqual([['Saved', 'Undo']]);
	notices.list[0]?.action?.act();
	await settle();
	expect(asked.at(-1)).toEqual(['history.undo', { entry: 'e1' }]);
	expect(changes.of('action')).toBe(before + 2);
	expect(notices.list.map((notice) => [notice.words, notice.action?.words])).toEqual([['Undone', 'Redo']]);
	expect(undoLast()).toBe(false);
	notices.list[0]?.action?.act();
	await settle();
	expect(asked.at(-1)).toEqual(['history.undo', { entry: 'e2' }]);
	expect(notices.list.map((notice) => [notice.words, notice.action?.words])).toEqual([['Done again', 'Undo']]);
});

test('what cannot be undone offers no Undo, not even by the keys', async () => {
	useTransport(async () => ({ result: null, changed: ['meeting'], entry: 'e5', can_undo: false }));
	await write('agenda.publish');
	expect(notices.list.map((notice) => notice.action)).toEqual([undefined]);
	expect(undoLast()).toBe(false);
});

test('a refused write changes nothing here, and a lone button shows why', async () => {
	useTransport(() => Promise.reject({ code: 'locked', message: 'These minutes are approved. Add a dated note instead.', field: null }));
	const before = changes.of('minute');
	expect(await attempt(() => write('minute.edit'))).toBeUndefined();
	expect(changes.of('minute')).toBe(before);
	expect(saved.saving).toBe(0);
	expect(notices.list.map((notice) => [notice.tone, notice.words])).toEqual([['warning', 'These minutes are approved. Add a dated note instead.']]);
	vi.advanceTimersByTime(60_000);
	expect(notices.list).toHaveLength(1);
});

async function settle(): Promise<void> {
	flushSync();
	await vi.advanceTimersByTimeAsync(0);
	flushSync();
}
