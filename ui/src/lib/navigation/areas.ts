import type { NavigationCounts } from '$lib/backend';

/** The rooms of the app in the order of the navigation. */
export const areas: readonly {
	href: string;
	words: string;
	/** Which count stands beside it, and what it counts, for screen readers. */
	count?: { key: keyof NavigationCounts; of: string };
}[] = [
	{ href: '/', words: 'Home' },
	{ href: '/meetings', words: 'Meetings', count: { key: 'meetings', of: 'to prepare or finish' } },
	{ href: '/voices', words: 'Voices', count: { key: 'voices', of: 'waiting for an answer' } },
	{ href: '/promises', words: 'Promises', count: { key: 'promises', of: 'in dispute' } },
	{ href: '/actions', words: 'Actions', count: { key: 'actions', of: 'open' } },
	{ href: '/reports', words: 'Reports' },
	{ href: '/board', words: 'Board' },
	{ href: '/settings', words: 'Settings' }
];

/** Is the path inside the area? Home is only itself. */
export function inside(path: string, href: string): boolean {
	return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
