import type { Answers } from '../fake';
import type { AgendaItem, Attendee, Evening, EveningItem, ItemKind, Meeting, Purpose } from '../generated/types';

export const meeting: Meeting = {
	id: 'm1', version: 4, date: '2026-12-03', starts: '17:30:00', ends: '19:30:00', place: 'Youth Hub', kind: 'themed',
	title: '', in_public: true, themes: [], chair_id: 'amina', state: 'agenda_published', started_at: '17:32:00', ended_at: null,
	current_item_id: 'i2', entitled: [], approved_at_id: null, approved_on: null, signed_by: null, plain_summary: '', chair_comments: ''
};

export function item(id: string, number: string, title: string, kind: ItemKind, purpose: Purpose, change: Partial<AgendaItem> = {}): AgendaItem {
	return {
		id, version: 1, meeting_id: 'm1', position: Number(number), number, title, public_title: '', kind, purpose, presenting_minutes: 5,
		discussing_minutes: 15, presented_by: 'officer', lead_id: null, lead_words: '', access: 'open', paragraphs: [], access_reason: '',
		summary: '', plain_summary: '', questions: [], background: [], papers: [], voices: [], promises: [], actions: [], internal_notes: '',
		since_version: 1, urgency_reason: '', withdrawn_reason: '', deferred_to_id: null, minutes_of_id: null, topic_id: null, ...change
	};
}

const quorum = { needed: 3, there: 4, met: true, words: 'There is a quorum: 4 members are here, and 3 are needed.' };

function line(of: AgendaItem, change: Partial<EveningItem> = {}): EveningItem {
	return {
		item: of, lead: 'Cllr Amina Yusuf', marking: null, minutes: 20, planned: '17:35:00', papers: [], minute: null, decisions: [],
		actions: [], quorum, deferred_to: null, resolution: null, if_it_falls: null, approves: null, ...change
	};
}

function attendee(person_id: string, name: string, part: string, member = true): Attendee {
	return { person_id, name, part, member, counts: member, attendance: null };
}

export const evening: Evening = {
	meeting, title: 'Anytown Corporate Parenting Board', under_way: true, quorum, elapsed: 65, time: '17:40:00',
	items: [
		line(item('i1', '1', 'Welcome and apologies', 'welcome', 'business')),
		line(
			item('i2', '2', 'What children told us', 'children_told', 'listen', {
				summary: 'Six voices from pizza night and the drop-in.',
				questions: ['What would you do first?'],
				internal_notes: 'Let young people speak first.'
			}),
			{
				papers: ['Voices of the half-term'],
				actions: ['a1'],
				decisions: [{ id: 'd1', version: 1, agenda_item_id: 'i2', position: 1, text: 'That schools be told on the same day.', plain_text: '', mover_id: 'amina', seconder_id: 'okafor', votes: [] }]
			}
		),
		line(item('i3', '3', 'Exclusion of the public', 'exclusion', 'decide'), {
			resolution: 'That under section 100A(4) of the Local Government Act 1972 the public be excluded for item 4.',
			if_it_falls: 'If the resolution falls, item 4 is open.'
		}),
		line(item('i4', '4', 'Inspection of a home', 'report', 'lead', { access: 'exempt', paragraphs: [1] }), { marking: 'Exempt · paragraph 1' })
	],
	people: [
		{ ...attendee('amina', 'Cllr Amina Yusuf', 'Chair'), attendance: { id: 't1', version: 1, meeting_id: 'm1', person_id: 'amina', status: 'present', substitute_for_id: null, from_item_id: null, to_item_id: null, interests: [] } },
		attendee('okafor', 'Cllr Sam Okafor', 'Councillor'),
		attendee('lee', 'Lee Hall', 'Head of Placements', false)
	],
	next_meeting: { id: 'm2', date: '2027-01-21' },
	actions: [
		{
			action: {
				id: 'a1', version: 2, reference: 'A26-014', text: 'Tell schools on the same day', plain_text: '', done_plain: '', owner_id: 'lee',
				due: '2026-11-01', state: 'open', opened_on: '2026-10-08', agenda_item_id: 'i2', promise_id: null, done_on: null, closed_at_id: null,
				closed_on: null, withdrawn_reason: ''
			},
			owner: 'Lee Hall', overdue: true, marking: null
		}
	]
};

const written = { result: {}, changed: [], entry: null, can_undo: false };

export const answers: Answers = {
	'evening.show': () => evening,
	'evening.turn_to': () => written,
	'evening.attend': () => ({ ...written, result: 't1' }),
	'minutes.write': () => ({ ...written, result: 'n1' })
};
