import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import type { WordsRead } from '$lib/backend';
import { answerWith, type Asked } from '$lib/backend/fake';
import { expectAccessible } from '$lib/testing';
import PlainWords from './PlainWords.svelte';

const hard: WordsRead = {
	summary: '1 thing to make easier.',
	is_easy: false,
	findings: [
		{
			kind: 'hard_word',
			start: 8,
			end: 14,
			passage: 'ensure',
			message: '“ensure” is a hard word. Try: make sure.',
			mend: { does: 'Use “make sure”', text: 'We will make sure that you know.' }
		}
	],
	limits: 'Ask some children to read them.'
};
const easy: WordsRead = { summary: 'Easy to read.', is_easy: true, findings: [], limits: hard.limits };

let asked: Asked[];
beforeEach(() => {
	asked = answerWith({
		'reports.read_words': ({ words }) => (words.includes('ensure') ? hard : easy)
	});
});

test('words are read while they are written, and a mend is taken with one press', async () => {
	const { container } = render(PlainWords, { label: 'In plain words, for children', value: '' });
	const box = screen.getByRole('textbox', { name: 'In plain words, for children' });
	expect(screen.queryByText('Easy to read.')).toBeNull();
	await fireEvent.input(box, { target: { value: 'We will ensure that you know.' } });
	expect(await screen.findByText('1 thing to make easier.')).toBeTruthy();
	expect(screen.getByText(hard.limits)).toBeTruthy();
	await expectAccessible(container);
	await fireEvent.click(screen.getByRole('button', { name: /Use “make sure”/ }));
	expect((box as HTMLTextAreaElement).value).toBe('We will make sure that you know.');
	expect(document.activeElement).toBe(box);
	expect(await screen.findByText('Easy to read.')).toBeTruthy();
	expect(screen.queryByRole('button')).toBeNull();
});

test('nothing is said of an empty field, and an eager one is read at once', async () => {
	render(PlainWords, { label: 'Empty', value: ' ', eager: true });
	expect(asked).toEqual([]);
	render(PlainWords, { label: 'Written', value: 'We ensure it.', eager: true });
	expect(await screen.findByText(/is a hard word/)).toBeTruthy();
});
