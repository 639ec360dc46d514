import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { expectAccessible } from '$lib/testing';
import Example from './example/Example.svelte';
import Sparkline from './Sparkline.svelte';
import Rating from './Rating.svelte';

test('a page of every control has no breach that axe can see', async () => {
	answerWith({});
	const { container } = render(Example);
	await expectAccessible(container);
});

test('a refusal is tied to its field', () => {
	render(Example);
	const date = screen.getByLabelText('Date');
	expect(date.getAttribute('aria-invalid')).toBe('true');
	const described = date.getAttribute('aria-describedby') ?? '';
	expect(document.getElementById(described)?.textContent).toContain('The date lies in the future.');
});

test('words for the ear only are parted from the visible ones', () => {
	render(Example);
	expect(screen.getByRole('button', { name: 'Open A26-002' }).textContent).toContain('Open A26-002');
});

test('a time with seconds is shown without them', () => {
	render(Example);
	expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('17:30');
});

test('a checklist keeps the order of its options', async () => {
	render(Example);
	const user = userEvent.setup();
	const fosters = screen.getByLabelText<HTMLInputElement>('In foster care');
	const leavers = screen.getByLabelText<HTMLInputElement>('Care leavers');
	await user.click(fosters);
	await user.click(leavers);
	expect([fosters.checked, leavers.checked]).toEqual([false, true]);
});

test('a dialog opens with its title, and closes', async () => {
	const { container } = render(Example);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Log an event' }));
	const dialog = container.querySelector('dialog');
	expect(dialog?.open).toBe(true);
	expect(screen.getByRole('heading', { name: 'Withdraw this action' })).toBeTruthy();
	expect(document.activeElement).toBe(screen.getByLabelText('Why'));
	await user.click(screen.getByRole('button', { name: 'Keep it' }));
	expect(dialog?.open).toBe(false);
});

test('a sparkline says its numbers', () => {
	render(Sparkline, {
		props: { label: 'Moved three or more times', unit: '%', target: 8, points: [{ when: '2025', value: 9 }, { when: '2026', value: 11 }] }
	});
	expect(screen.getByRole('img', { name: 'Moved three or more times: 9% in 2025, 11% in 2026. Target 8%.' })).toBeTruthy();
});

test('a lens that has not looked says so aloud', () => {
	render(Rating, { rating: null });
	expect(screen.getByText('No check')).toBeTruthy();
});
