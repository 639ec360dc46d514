import type { Answers } from '../fake';
import type { AgendaChoices, AgendaLine, AgendaView, HalfTermView, Proposal, Proposed, Templates, YearView } from '../generated/types';
import { item, meeting } from './evening.answers';

const draft = { ...meeting, state: 'agenda_drafted' as const, started_at: null, current_item_id: null };
const said = { result: null, changed: ['agenda_item'], entry: 'e1', can_undo: true };

function line(of: AgendaLine['item'], starts: string, change: Partial<AgendaLine> = {}): AgendaLine {
	return { item: { ...of, number: '' }, number: of.number, lead: 'Cllr Amina Yusuf, chair', detail: '', starts, papers: [], seen: [], asked: [], ...change };
}

export const agenda: AgendaView = {
	meeting: draft, themes: ['A home that stays'], standing: 'statutory_committee', is_draft: true,
	items: [
		line(item('i1', '1', 'Welcome and apologies', 'welcome', 'business', { presenting_minutes: 0, discussing_minutes: 5 }), '17:30:00'),
		line(item('i2', '2', 'What children told us', 'children_told', 'listen', { voices: ['v1'], presenting_minutes: 10, discussing_minutes: 20 }), '17:35:00', { lead: 'Cllr Sam Okafor with two young representatives', detail: '6 voices' }),
		line(item('i3', '3', 'Promise 2: a home that stays', 'promise', 'check', { presenting_minutes: 5, discussing_minutes: 20 }), '18:05:00', { lead: '', detail: 'Officers say kept; children and young people say not yet.' }),
		line(item('i4', '4', 'One home’s inspection', 'report', 'lead', { access: 'exempt', paragraphs: [1, 2], access_reason: 'It would name a home.', public_title: 'A report about one home' }), '18:30:00', { lead: 'Head of Placements' })
	],
	clock: {
		slots: [], ends: '18:50:00', total: 80, by_purpose: [{ purpose: 'business', minutes: 5 }, { purpose: 'listen', minutes: 30 }, { purpose: 'check', minutes: 25 }, { purpose: 'lead', minutes: 20 }],
		presenting: 20, discussing: 60, officers_presenting: 10, officers_share: 13, overrun: 0, spare: 40
	},
	shape: {
		total: 80, by_purpose: [{ purpose: 'business', minutes: 5 }, { purpose: 'listen', minutes: 30 }, { purpose: 'check', minutes: 25 }, { purpose: 'lead', minutes: 20 }],
		officers_presenting: 10, others_presenting: 10, discussing: 60, children_speak: 2, pages: 131, pages_limit: 100,
		advice: [{ words: 'The papers have 131 pages. The board asked for 100 at most.', ask: 'Ask for shorter ones?', item_id: null }]
	},
	ready: [
		{ state: 'advice', words: 'Item 3 has no lead yet.', item_id: 'i3', can_fix: false },
		{ state: 'ready', words: 'Young people’s items come before reports', item_id: null, can_fix: false },
		{ state: 'advice', words: 'Put private items last, after the resolution to exclude the public.', item_id: 'i4', can_fix: true }
	],
	can_publish: true, publish_by: '2026-11-25', is_late: false, resolution: '', versions: []
};

const choices: AgendaChoices = {
	topics: [{ id: 'o2', words: 'Homes near school' }],
	people: [{ id: 'okafor', name: 'Cllr Sam Okafor', what: 'councillor', is_councillor: true }],
	voices: [{ id: 'v1', words: 'I want to stay where I am.', about: 'A home that stays · 12 November' }],
	promises: [{ id: 'p2', words: '2: a home that stays' }],
	actions: [{ id: 'a1', words: 'A26-001 Tell schools', overdue: true }],
	meetings: [],
	paragraphs: [{ number: 1, covers: 'about one particular person', example: '', public_words: 'This item is about one person (paragraph 1).' }],
	enquiry: [
		{ title: 'Stability', fits: true, questions: [{ words: 'Why did each child move?', ask: 'Head of Placements', evidence: 'The reasons for each move' }] },
		{ title: 'Our cohort', fits: false, questions: [{ words: 'Who are the children in our care today?', ask: 'Director', evidence: 'Numbers by age' }] }
	]
};

const proposal: Proposal = {
	lines: [
		{
			key: 'voices:t1', from: 'voices', words: 'A home that stays', why: '2 voices are without an answer, the oldest for 11 weeks.', chosen: true, into: 'i2',
			line: { title: 'What children told us', kind: 'children_told', purpose: 'listen', presenting_minutes: 10, discussing_minutes: 20, presented_by: 'young_people', lead_words: '' },
			lead_id: null, lead_words: '', summary: '', questions: [], offers: [], voices: ['v1'], promises: [], actions: [], reality_checks: [], requests: [], minutes_of_id: null, again: null, topic_id: null, standing_report_id: null, private: false
		},
		{
			key: 'actions', from: 'actions', words: 'Actions', why: 'Actions stay until the board closes them: 12 open, 3 overdue.', chosen: false, into: null,
			line: { title: 'Actions', kind: 'actions', purpose: 'check', presenting_minutes: 0, discussing_minutes: 10, presented_by: 'officer', lead_words: '' },
			lead_id: null, lead_words: '', summary: '', questions: [], offers: [], voices: [], promises: [], actions: ['a1'], reality_checks: [], requests: [], minutes_of_id: null, again: null, topic_id: null, standing_report_id: null, private: false
		}
	],
	dropped: [],
	said: [{ id: 'v1', words: 'I want to stay where I am.', is_quote: true }]
};
const [voices, actions] = proposal.lines as [Proposed, Proposed];

/** The same with a theme's line, its questions and those to choose from, and one line that was dropped. */
export const themed: Proposal = {
	...proposal,
	lines: [
		voices,
		{
			...actions, key: 'theme:t1', from: 'theme', words: 'A home that stays', why: 'It is the theme of this meeting.', chosen: true, questions: ['Who moved twice?'], actions: [],
			line: { ...actions.line, title: 'A home that stays', kind: 'theme', purpose: 'lead' },
			offers: [{ words: 'Why did each child move?', ask: 'Head of Placements', evidence: 'The reasons for each move', line: 'Stability' }]
		}
	],
	dropped: [actions]
};

const templateLine = { title: 'Welcome: who is here', kind: 'welcome', purpose: 'business', presenting_minutes: 0, discussing_minutes: 10, presented_by: 'young_people', lead_words: 'Young people in the chair' } as const;

export const templates: Templates = {
	usual: [
		{ usual: 'usual_meeting', about: 'The board’s business in its usual order.', lines: [{ ...templateLine, presented_by: 'councillor', lead_words: '' }, { ...templateLine, title: 'What children told us', kind: 'children_told', purpose: 'listen' }] },
		{ usual: 'childrens_panel', about: 'Young people run it.', lines: [templateLine] }
	],
	own: [{ id: 'te1', version: 3, name: 'Our evening', lines: [templateLine, { ...templateLine, title: 'Dentists', kind: 'report', purpose: 'check', presenting_minutes: 5, presented_by: 'officer', lead_words: '' }] }]
};

const term = (id: string, name: string, is_now: boolean): YearView['half_terms'][number] => ({ id, name, starts: '2026-11-02', ends: '2026-12-18', is_now });

export const year: YearView = {
	academic_year: 2026, name: '2026/27', gaps: 3,
	half_terms: [term('h1', 'Autumn 1', false), term('h2', 'Autumn 2', true)],
	themes: [
		{
			id: 't1', name: 'A home that stays', colour: 'teal', champions: ['Cllr Sam Okafor'],
			cells: [
				{ events: [], voices: 3, gaps: [{ gap: 'no_event', event_id: null, voices: 0 }, { gap: 'not_taken', event_id: null, voices: 3 }] },
				{ events: [{ id: 'e1', title: 'Pizza night', date: '2026-11-12', held: true, voices: 3, gap: null }], voices: 3, gaps: [] }
			]
		},
		{ id: 't2', name: 'Money', colour: 'sun', champions: [], cells: [{ events: [], voices: 0, gaps: [] }, { events: [], voices: 0, gaps: [{ gap: 'no_champion', event_id: null, voices: 0 }] }] }
	],
	meetings: [{ id: 'm1', date: '2026-12-03', starts: '17:30:00', place: 'Youth Hub', kind: 'themed', title: '', themes: ['A home that stays'], state: 'agenda_drafted', half_term_id: 'h2' }]
};

const numbers = { planned: 0, held: 0, voices: 0, taken: 0, answered: 0, told: 0, gaps: 0 };

export const halfTerm: HalfTermView = {
	id: 'h2', name: 'Autumn 2, 2026/27', academic_year: 2026, starts: '2026-11-02', ends: '2026-12-18', is_now: true, is_to_come: false,
	before: 'h1', after: null,
	meetings: [{ id: 'm1', date: '2026-12-03', title: '', state: 'agenda_drafted' }],
	next_meeting: { id: 'm1', date: '2026-12-03', title: '', state: 'agenda_drafted' },
	themes: [
		{
			id: 't1', name: 'A home that stays', colour: 'teal',
			champions: [{ id: 'p1', name: 'Cllr Sam Okafor', from: null, to: '2026-11-15' }, { id: 'p2', name: 'Cllr Ravi Shah', from: '2026-11-16', to: null }],
			events: [
				{ id: 'e1', title: 'Pizza night', date: '2026-11-12', person: 'Cllr Sam Okafor', held: true, voices: 0 },
				{ id: 'e2', title: 'Wreaths', date: '2026-12-01', person: null, held: false, voices: 0 }
			],
			numbers: { planned: 1, held: 1, voices: 5, taken: 2, answered: 2, told: 1, gaps: 2 },
			taken_to: [{ meeting_id: 'm0', id: 'i4', number: '4', date: '2026-11-12', met: true, voices: 2 }],
			gaps: [{ gap: 'no_voices', event_id: 'e1', voices: 0 }, { gap: 'not_taken', event_id: null, voices: 3 }]
		},
		{ id: 't2', name: 'Money', colour: 'sun', champions: [], events: [], numbers: { ...numbers, gaps: 1 }, taken_to: [], gaps: [{ gap: 'no_champion', event_id: null, voices: 0 }] }
	],
	all: { planned: 1, held: 1, voices: 5, taken: 2, answered: 2, told: 1, gaps: 3 }
};

export const answers: Answers = {
	'meetings.half_term': () => halfTerm,
	'meetings.year': () => year,
	'meetings.show': () => ({ meeting: draft, standing: 'statutory_committee', themes: ['A home that stays'], chair: 'Cllr Amina Yusuf', entitled: [], items: 4, publish_by: '2026-11-25', versions: [] }),
	'meetings.choices': () => ({ themes: [{ id: 't1', name: 'A home that stays' }], people: choices.people, meets_in_public: true, starts: '17:30:00', ends: '19:30:00', place: 'Youth Hub', chair_id: null }),
	'meetings.save': () => ({ ...said, result: 'm9' }),
	'agenda.show': () => agenda,
	'agenda.choices': () => choices,
	'agenda.templates': () => templates,
	'agenda.add_template': ({ name, lines }) => ({ ...said, result: { id: 'te2', version: 1, name, lines } }),
	'agenda.edit_template': (template) => ({ ...said, result: { ...template, version: template.version + 1 } }),
	'agenda.remove_template': () => said,
	'agenda.drop_proposed': () => said,
	'agenda.ask_again': () => said,
	'agenda.start_from': () => said,
	'agenda.propose': () => proposal,
	'agenda.apply_proposal': () => said,
	'agenda.move_item': () => said,
	'agenda.remove_item': () => said,
	'agenda.private_last': () => said,
	'agenda.add_item': () => ({ ...said, result: 'i2' }),
	'agenda.save_item': ({ item: saved }) => ({ ...said, result: { ...saved, version: saved.version + 1 } }),
	'agenda.publish': () => ({ ...said, result: 1, can_undo: false })
};
