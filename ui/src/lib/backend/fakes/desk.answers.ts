import type { Answers } from '../fake';
import type { Desk } from '../generated/types';

const desk: Desk = {
	today: '2026-11-24',
	board: {
		path: 'anytown.pledgeboard',
		council: 'Anytown Council',
		name: 'Anytown Corporate Parenting Board',
		promises_called: 'promises',
		place: { place: 'here' },
		protected: false,
		backup_notice: null,
		person: { id: 'amina', name: 'Cllr Amina Yusuf', first_role: 'chair', roles: ['chair', 'councillor'], organisation: 'Anytown Council' }
	},
	recent: [{ path: 'anytown.pledgeboard', name: 'anytown' }],
	waiting: null,
	away: [{ path: 'event-k7qf-3m9t.pledge-event', name: 'event-k7qf-3m9t' }],
	appearance: { theme: 'system', text_size: 100 },
	boards_folder: 'boards'
};

export const answers: Answers = {
	'desk.show': () => desk,
	'desk.open': () => desk,
	'desk.unlock': () => desk,
	'desk.can_remember': () => true,
	'desk.close': () => ({ ...desk, board: null }),
	'desk.work_as': () => desk,
	'desk.people': () => [
		{ id: 'amina', name: 'Cllr Amina Yusuf', first_role: 'chair', roles: ['chair', 'councillor'], organisation: 'Anytown Council' },
		{ id: 'sam', name: 'Cllr Sam Okafor', first_role: 'councillor', roles: ['councillor'], organisation: 'Anytown Council' }
	],
	'desk.sample': () => desk,
	'desk.start': () => desk,
	'desk.propose_year': () => ({ half_terms: [], meetings: [] }),
	'desk.appearance': (appearance) => Object.assign(desk, { appearance }),
	'desk.save_text': () => ({}),
	'home.counts': () => ({ meetings: 2, voices: 7, promises: 0, actions: 12 }),
	'history.undo': () => ({ result: null, changed: [], entry: null, can_undo: false })
};
