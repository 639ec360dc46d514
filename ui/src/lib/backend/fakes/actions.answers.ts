import type { Answers } from '../fake';
import { answers as trail } from './trail.answers';
import type { Action, ActionList, ActionPage, ActionRow } from '../generated/types';

export function action(id: string, reference: string, text: string, change: Partial<Action> = {}): Action {
	return {
		id, version: 2, reference, text, plain_text: 'We will tell your school.', done_plain: '', owner_id: 'lee', due: '2026-12-20', state: 'open',
		opened_on: '2026-10-08', agenda_item_id: null, promise_id: null, done_on: null, closed_at_id: null, closed_on: null, withdrawn_reason: '', ...change
	};
}

function row(of: Action, change: Partial<ActionRow> = {}): ActionRow {
	return { action: of, owner: 'Lee Hall', overdue: false, meeting_date: '2026-10-08', marking: null, latest_note: '', escalated: false, offer: null, ...change };
}

export const list: ActionList = {
	actions: [
		row(action('a1', 'A26-001', 'Tell schools on the same day', { due: '2026-09-01' }), {
			overdue: true, latest_note: 'Two schools so far.',
			offer: 'It was due on 1 September and was overdue at 2 meetings, the second on 12 November. The board may take it to the lead member.'
		}),
		row(action('a2', 'A26-002', 'Visit Rose Cottage', { agenda_item_id: 'i4' }), { marking: 'Exempt · paragraph 1', latest_note: 'Booked with Rose Cottage.' }),
		row(action('a3', 'A26-003', 'Ring back the same day', { state: 'closed', closed_on: '2026-11-12' }))
	],
	owners: [{ id: 'lee', name: 'Lee Hall', left: false }, { id: 'amina', name: 'Cllr Amina Yusuf', left: false }],
	meeting: { id: 'm1', date: '2026-12-03', under_way: false }
};

export const one: ActionPage = {
	action: list.actions[0]!.action, owner: 'Lee Hall', overdue: true, marking: null,
	closed_at: null, promise: { id: 'p2', number: 2, title: 'A home that stays' },
	updates: [{ update: { id: 'u1', version: 1, action_id: 'a1', on: '2026-11-02', person_id: 'lee', text: 'Two schools so far.' }, by: 'Lee Hall' }],
	escalations: [], offer: list.actions[0]!.offer,
	people: [{ id: 'lee', name: 'Lee Hall' }], promises: [{ id: 'p2', number: 2, title: 'A home that stays' }],
	closes_at: { id: 'm1', date: '2026-12-03' }
};

const written = { result: {}, changed: [], entry: null, can_undo: false };

export const answers: Answers = {
	...trail,
	'actions.list': () => list,
	'actions.show': () => one,
	'history.list': () => [{ id: 'e1', at: '2026-10-08T18:00:00Z', by: 'Sam Reed', what: 'add an action', can_undo: true, records: 1 }],
	'actions.save': () => written,
	'actions.close': () => written,
	'actions.update_many': () => written,
	'actions.escalate': () => ({ ...written, result: 'x1' })
};
