import type { Column, LoopNumber } from '$lib/components';

export interface Action {
	id: string;
	reference: string;
	text: string;
	owner: string;
	due: string;
	overdue: boolean;
}

export const loop: LoopNumber[] = [
	{ heading: 'You said', tone: 'plum', figure: '23', label: 'voices heard since the last meeting', href: '/voices' },
	{ heading: 'We will', tone: 'teal', figure: '16', label: 'answered', debt: '7 still waiting, the longest 11 weeks', href: '/voices' },
	{ heading: 'How will we know?', tone: 'sun', figure: '9 of 10', label: 'promises have a measure', href: '/promises' },
	{ heading: 'We did', tone: 'leaf', figure: '11', label: 'actions the board closed', detail: '3 overdue', href: '/actions' },
	{ heading: 'We told you', tone: 'ink', figure: '8', label: 'children heard back' }
];

export const actions: Action[] = [
	{ id: 'a', reference: 'A26-002', text: 'Tell school the same day', owner: 'Head of Placements', due: '2026-12-12', overdue: false },
	{ id: 'b', reference: 'A26-010', text: '30 more local foster homes', owner: 'Director of Children’s Services', due: '2026-10-01', overdue: true },
	{ id: 'c', reference: 'A26-009', text: 'Ask before any move', owner: 'Cllr Okafor', due: '2026-11-30', overdue: false }
];

export const columns: Column<Action>[] = [
	{ key: 'reference', label: 'Reference', value: (row) => row.reference },
	{ key: 'text', label: 'Action', heading: true, value: (row) => row.text },
	{ key: 'owner', label: 'Owner', value: (row) => row.owner },
	{ key: 'due', label: 'Due', value: (row) => row.due },
	{ key: 'state', label: 'State', value: (row) => (row.overdue ? 'Overdue' : 'Open') }
];
