import type { Answers } from '../fake';
import type { Trail, TrailRecord } from '../generated/types';

const record = (change: Partial<TrailRecord> & Pick<TrailRecord, 'kind' | 'words'>): TrailRecord => ({ guarded: false, is_quote: false, detail: '', on: null, state: 'stands', marking: null, opens: null, ...change });

/** The way of a voice that an action answers: late, and not told yet. */
export const trail: Trail = {
	title: 'A voice',
	steps: [
		{
			step: 'you_said', state: 'whole', gaps: [],
			records: [
				record({ kind: 'voice', words: 'I moved three times and nobody told my school.', is_quote: true, detail: 'A home that stays · Pizza night', on: '2026-11-18', state: 'open', opens: { page: 'voice', id: 'v1' } }),
				record({ kind: 'voice', words: '', guarded: true, detail: 'A home that stays', on: '2026-11-18', opens: { page: 'voice', id: 'v2' } })
			]
		},
		{
			step: 'we_will', state: 'under_way', gaps: ['2 of 9 voices still wait for an answer.'],
			records: [
				record({ kind: 'item', words: 'What children told us', detail: 'Item 4 · minute CPB 14/26', on: '2026-11-12', state: 'done', marking: 'Exempt · paragraph 1', opens: { page: 'minutes', meeting: 'm1', item: 'i1' } }),
				record({ kind: 'promise', words: 'A home that stays', detail: 'Promise 2', opens: { page: 'promise', id: 'p2' } }),
				record({ kind: 'action', words: 'Tell schools on the same day', detail: 'Action A26-001 · Lee Hall · due 1 September 2026', on: '2026-10-08', state: 'late', opens: { page: 'action', id: 'a1' } }),
				record({ kind: 'item', words: 'Homes near school', detail: 'On a draft agenda', on: '2026-12-03', state: 'open', opens: { page: 'agenda', meeting: 'm2', item: 'i2' } }),
				record({ kind: 'answer', words: 'We ring your school.', detail: 'Answered by an action · Cllr Amina Yusuf', on: '2026-11-12', state: 'done', opens: { page: 'voice', id: 'v1' } }),
				record({ kind: 'answer', words: '', guarded: true, detail: 'This already happens', on: '2026-11-12', state: 'done', opens: { page: 'voice', id: 'v2' } })
			]
		},
		{ step: 'how_will_we_know', state: 'missing', records: [], gaps: ['Nothing measures promise 2 yet.'] },
		{ step: 'we_did', state: 'not_needed', records: [], gaps: [] },
		{
			step: 'we_told_you', state: 'under_way', gaps: ['Nobody has told them the answer yet.'],
			records: [record({ kind: 'printed', words: 'What happened at the meeting?', detail: 'Printed for children and young people', on: '2026-11-20', state: 'done', opens: { page: 'printed', id: 'd1' } })]
		}
	]
};

export const answers: Answers = { 'trail.show': () => trail };
