import { expect, test } from 'vitest';
import { Beside, versioned } from './beside.svelte';

const before = { id: 'p1', version: 3, title: 'Homes', text: 'We will tell you.', number: 1, tags: ['a'] };

test('what only they changed is taken, what only I changed stays, and where both did somebody chooses', () => {
	const beside = new Beside();
	const mine = { title: 'Homes that stay', text: 'We will tell you.', number: 2, tags: ['a'] };
	beside.look(before, mine, { ...before, version: 4, title: 'Good homes', text: 'We will tell you first.' });
	expect(mine).toEqual({ title: 'Homes that stay', text: 'We will tell you first.', number: 2, tags: ['a'] });
	expect(beside.taken).toEqual(['text']);
	expect(beside.differs).toEqual([{ name: 'title', mine: 'Homes that stay', theirs: 'Good homes' }]);
	beside.choose('title', 'theirs', mine);
	expect([mine.title, beside.open]).toEqual(['Good homes', false]);
});

test('the same change made twice is none', () => {
	const beside = new Beside();
	beside.look(before, { title: 'Good homes', tags: ['a'] }, { ...before, title: 'Good homes' });
	expect([beside.open, beside.taken]).toEqual([false, []]);
});

test('mine stays when it is chosen', () => {
	const beside = new Beside();
	const mine = { title: 'Homes that stay' };
	beside.look(before, mine, { ...before, title: 'Good homes' });
	beside.choose('title', 'mine', mine);
	expect([mine.title, beside.open]).toEqual(['Homes that stay', false]);
});

test('a request names its record itself or in one of its fields', () => {
	expect(versioned({ id: 'a', version: 2 })?.version).toBe(2);
	expect(versioned({ item: { id: 'a', version: 5 }, why: '' })?.version).toBe(5);
	expect(versioned({ entry: 'e7' })).toBeUndefined();
	expect(versioned(null)).toBeUndefined();
});
