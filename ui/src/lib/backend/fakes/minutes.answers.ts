import type { Answers } from '../fake';
import type { MinutesView } from '../generated/types';
import { item, meeting } from './evening.answers';

const held = { ...meeting, state: 'minutes_drafted' as const, ended_at: '19:40:00', current_item_id: null };

export const minutes: MinutesView = {
	meeting: held,
	title: 'Anytown Corporate Parenting Board',
	content: {
		meeting: held, themes: ['A home that stays'], chair: 'Cllr Amina Yusuf',
		members: [{ name: 'Cllr Amina Yusuf', part: 'Chair', stayed: '' }],
		in_attendance: [{ name: 'Lee Hall', part: 'Head of Placements', stayed: 'from item 2' }],
		young_representatives: 'two young representatives', apologies: ['Cllr Sam Okafor'], absent: [], substitutes: [], interests: [],
		items: [
			{
				item: item('i2', '2', 'Homes near school', 'theme', 'lead'), lead: 'Lee Hall',
				minute: { id: 'n1', version: 3, agenda_item_id: 'i2', number: 'CPB 14/26', text: 'The board heard why children move.', private_text: '', officer_summary: '', plain_text: '' },
				decisions: [],
				actions: [{ reference: 'A26-014', text: 'Tell schools on the same day', plain_text: '', owner: 'Lee Hall', due: '2026-12-20', access: { access: 'open', paragraphs: [], access_reason: '' } }],
				closed: [], deferred_to: null
			},
			{
				item: item('i4', '4', 'Inspection of a home', 'report', 'lead', { access: 'exempt', paragraphs: [1] }), lead: '',
				minute: { id: 'n2', version: 1, agenda_item_id: 'i4', number: 'CPB 15/26', text: '', private_text: 'The home is inadequate.', officer_summary: '', plain_text: '' },
				decisions: [], actions: [], closed: [], deferred_to: null
			}
		],
		corrections: [], approval: null
	},
	decisions: [],
	missing: [{ item_id: 'i2', words: 'Item 2 has no plain words for children.' }],
	locked: null,
	approvers: [
		{ id: 'm1', date: '2026-12-03', chair_id: 'amina' },
		{ id: 'm2', date: '2027-01-21', chair_id: 'amina' }
	],
	people: [{ id: 'amina', name: 'Cllr Amina Yusuf' }, { id: 'okafor', name: 'Cllr Sam Okafor' }],
	approved_at: null
};

const written = { result: {}, changed: [], entry: null, can_undo: false };

export const answers: Answers = {
	'minutes.show': () => minutes,
	'minutes.write': () => ({ ...written, result: 'n1' }),
	'minutes.approve': () => written,
	'minutes.correct': () => ({ ...written, result: 'c1' })
};
