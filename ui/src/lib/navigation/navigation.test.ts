import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { OpenedBoard } from '$lib/backend';
import { answerWith } from '$lib/backend/fake';
import { expectAccessible } from '$lib/testing';
import { search } from '$lib/search/search.svelte';
import Navigation from './Navigation.svelte';
import { areas, inside } from './areas';

vi.mock('$app/state', () => ({ page: { url: new URL('tauri://localhost/voices/events/new') } }));
vi.mock('$app/navigation', () => ({ afterNavigate: () => {} }));

const board: OpenedBoard = {
	path: 'anytown.pledgeboard',
	council: 'Anytown Council',
	name: 'Anytown Corporate Parenting Board',
	promises_called: 'promises',
	place: { place: 'here' },
	protected: false,
	backup_notice: null,
	person: { id: 'amina', name: 'Cllr Amina Yusuf', first_role: 'chair', roles: ['chair'], organisation: 'Anytown Council' }
};

beforeEach(() => {
	search.open = false;
	answerWith({ 'home.counts': () => ({ meetings: 2, voices: 7, promises: 0, actions: 12 }) });
});

test('the area one is in is marked, and counts say what they count', async () => {
	const { container } = render(Navigation, { board });
	await screen.findByText('12');
	const current = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page');
	expect(current.map((link) => link.textContent?.trim())).toEqual(['Voices 7 waiting for an answer']);
	expect(screen.getByRole('link', { name: 'Promises' })).toBeTruthy();
	await expectAccessible(container);
});

test('search and another person are one click away', async () => {
	render(Navigation, { board });
	expect(screen.getByRole('link', { name: 'Switch person' }).getAttribute('href')).toBe('/who');
	await userEvent.setup().click(screen.getByRole('button', { name: /Search/ }));
	expect(search.open).toBe(true);
});

test('nobody switches where the server says who came', async () => {
	render(Navigation, { board: { ...board, place: { place: 'shared', part: 'link_champion' } } });
	await screen.findByText('12');
	expect(screen.queryByRole('link', { name: 'Switch person' })).toBeNull();
});

test('Home is only itself, other areas are all beneath them', () => {
	const among = (path: string) => areas.filter((area) => inside(path, area)).map((area) => area.words);
	expect(among('/')).toEqual(['Home']);
	expect(among('/board/people')).toEqual(['Board']);
	expect(among('/boards')).toEqual([]);
	expect(among('/voices/7')).toEqual(['Voices']);
	expect(among('/events/away'), 'events are where voices are heard').toEqual(['Voices']);
});
