import { expect, test, vi } from 'vitest';
import { answerWith } from './fake';
import { Work } from './work.svelte';

test('work says how far it is until it is done, and is stopped by its name', async () => {
	vi.useFakeTimers();
	const asked = answerWith({ 'work.look': () => ({ done: 12, of: 184 }), 'work.stop': () => true });
	const work = new Work();
	let finish: (value: string) => void = () => {};
	const result = work.run(() => new Promise<string>((resolve) => (finish = resolve)));
	expect(work.running).toBe(true);
	await vi.advanceTimersByTimeAsync(300);
	expect([work.done, work.of]).toEqual([12, 184]);
	await work.stop();
	const named = asked.map(({ request }) => (request as { work: string }).work);
	expect(new Set(named).size).toBe(1);
	finish('made');
	expect(await result).toBe('made');
	expect(work.running).toBe(false);
	const before = asked.length;
	await vi.advanceTimersByTimeAsync(1000);
	await work.stop();
	expect(asked.length).toBe(before);
	vi.useRealTimers();
});

test('newer work stops what went before, and is not ended by it', async () => {
	const asked = answerWith({ 'work.look': () => ({ done: 0, of: 0 }), 'work.stop': () => true });
	const work = new Work();
	let finish: () => void = () => {};
	const first = work.run(() => new Promise<void>((resolve) => (finish = resolve)));
	const second = work.run(() => new Promise<void>(() => {}));
	expect(asked.at(-1)?.name).toBe('work.stop');
	finish();
	await first;
	expect(work.running).toBe(true);
	void second;
});
