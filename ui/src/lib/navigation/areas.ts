import type { NavigationCounts } from '$lib/backend';

interface Area {
	href: string;
	words: string;
	/** A second folder of screens that belong here. */
	also?: string;
	/** Which count stands beside it, and what it counts, for screen readers. */
	count?: { key: keyof NavigationCounts; of: string };
}

/** The rooms of the app in the order of the navigation. */
export const areas: readonly Area[] = [
	{ href: '/', words: 'Home' },
	{ href: '/meetings', words: 'Meetings', count: { key: 'meetings', of: 'to prepare or finish' } },
	{ href: '/voices', words: 'Voices', also: '/events', count: { key: 'voices', of: 'waiting for an answer' } },
	{ href: '/promises', words: 'Promises', count: { key: 'promises', of: 'in dispute' } },
	{ href: '/actions', words: 'Actions', count: { key: 'actions', of: 'open' } },
	{ href: '/reports', words: 'Reports' },
	{ href: '/board', words: 'Board' },
	{ href: '/settings', words: 'Settings' }
];

/** Is the path inside the area? Home is only itself. */
export function inside(path: string, { href, also }: Pick<Area, 'href' | 'also'>): boolean {
	const beneath = (folder: string) => path === folder || (folder !== '/' && path.startsWith(`${folder}/`));
	return beneath(href) || (also !== undefined && beneath(also));
}
