import type { ActionRow } from '$lib/backend';

/** Which part of the log is shown. */
export interface ActionFilters {
	show: string;
	owner: string | null;
	/** Closed on this day or later. */
	since?: string | null;
}

export const shows = [
	{ value: 'live', label: 'Not closed yet' },
	{ value: 'overdue', label: 'Overdue' },
	{ value: 'done', label: 'Done, waiting for the board' },
	{ value: 'offer', label: 'Overdue at two meetings' },
	{ value: 'closed', label: 'Closed by the board' },
	{ value: 'withdrawn', label: 'Withdrawn' },
	{ value: 'all', label: 'Every action' }
] as const;

/** `?overdue=1`, `?show=done`, `?owner=…`: so that Home's numbers open their lists. */
export function readFilters(query: URLSearchParams): ActionFilters {
	const asked = query.get('overdue') ? 'overdue' : query.get('show');
	return { show: shows.find(({ value }) => value === asked)?.value ?? 'live', owner: query.get('owner'), since: query.get('since') };
}

export function listAddress({ show, owner, since }: ActionFilters): string {
	const query = new URLSearchParams();
	if (show === 'overdue') query.set('overdue', '1');
	else if (show !== 'live') query.set('show', show);
	if (owner) query.set('owner', owner);
	if (since && show === 'closed') query.set('since', since);
	const text = query.toString();
	return text ? `/actions?${text}` : '/actions';
}

export function fits(row: ActionRow, { show, owner, since }: ActionFilters): boolean {
	if (owner === 'nobody' ? row.action.owner_id !== null : owner && row.action.owner_id !== owner) return false;
	const state = row.action.state;
	if (show === 'all') return true;
	if (show === 'live') return state === 'open' || state === 'done';
	if (show === 'overdue') return row.overdue;
	if (show === 'offer') return row.offer !== null;
	if (show === 'closed' && since && (row.action.closed_on ?? '') < since) return false;
	return state === show;
}
