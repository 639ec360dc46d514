import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { answers, awayDesk, awayFile } from '$lib/backend/fakes/away.answers';
import type { KeepAway } from '$lib/backend';
import { expectAccessible } from '$lib/testing';
import Away from './+page.svelte';

vi.setConfig({ testTimeout: 30_000 });
vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/away?file=%2Fhome%2Famina%2Fevent.pledge-event'), data: { bare: true } } }));
vi.mock('$app/navigation', () => ({ goto: vi.fn(), replaceState: vi.fn() }));

test('with no board, an event is written into its file as it is typed', async () => {
	const asked = answerWith(answers);
	const { container } = render(Away);
	const user = userEvent.setup();
	expect(await screen.findByText(/Form K7QF-3M9T, made on/)).toBeTruthy();
	expect(screen.getByText(/tell the duty team at once/)).toBeTruthy();
	expect(asked[0]).toEqual({ name: 'away.open', request: { path: '/home/amina/event.pledge-event' } });
	await user.type(screen.getByRole('textbox', { name: 'Voice 1' }), 'I told Amina about school.{Enter}');
	await user.type(await screen.findByRole('textbox', { name: 'Voice 2' }), 'The food.{Enter}');
	const kept = (): KeepAway => asked.filter((it) => it.name === 'away.keep').at(-1)?.request as KeepAway;
	await waitFor(() => expect(kept()?.file.voices).toHaveLength(2));
	expect(kept().path).toBe(awayDesk.path);
	expect(kept().file.event).toMatchObject({ id: 'e7', date: '2026-11-24', theme_id: 'home' });
	expect(await screen.findByRole('button', { name: 'Take out “Amina”' })).toBeTruthy();
	await waitFor(() => expect(kept().file.voices[0]).toMatchObject({ theme_id: 'school', words: 'I told Amina about school.' }));
	expect(screen.getByText(/Everything is saved in the file: 2 voices/)).toBeTruthy();
	await expectAccessible(container);
});

test('a file that was begun opens with what is in it', async () => {
	const voice = { id: 'v71', words: 'I moved.', is_quote: true, theme_id: 'home', cohort_id: null, age_band: null, share: 'no' as const, sensitive: false };
	answerWith({ ...answers, 'away.open': () => ({ ...awayDesk, file: { ...awayFile, event: { ...awayFile.event, date: '2026-11-18', place: 'Youth Hub' }, voices: [voice] } }) });
	render(Away);
	expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Voice 1' })).value).toBe('I moved.');
	expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Place' }).value).toBe('Youth Hub');
});

test('a file that is damaged says so, and nothing else', async () => {
	answerWith({
		...answers,
		'away.open': () => {
			throw { code: 'invalid', message: 'This file is damaged: it ends too soon, at line 3.', field: 'path' };
		}
	});
	const { container } = render(Away);
	expect(await screen.findByText(/it ends too soon/)).toBeTruthy();
	expect(screen.queryByRole('textbox')).toBeNull();
	await expectAccessible(container);
});
