import type { Answers } from '../fake';
import { answers as trail } from './trail.answers';
import type { Answer, Event, EventLine, EventPage, PromiseChoices, PromisePage, Voice, VoiceChoices, VoiceLine, VoicePage, Wall, WallPromise } from '../generated/types';

/** Voices, events and promises of Anytown on 24 November 2026. */
const at_risk = 'If a child may be at risk, tell the duty team at once. Do not write it here.';

const choices: VoiceChoices = {
	today: '2026-11-24',
	themes: [
		{ value: 'home', label: 'A home that stays' },
		{ value: 'school', label: 'School that works for me' }
	],
	cohorts: [{ value: 'foster', label: 'In foster care' }],
	half_terms: [{ value: 'autumn2', label: 'Autumn 2, 2026/27', starts: '2026-11-02', ends: '2026-12-18' }],
	people: [{ value: 'amina', label: 'Cllr Amina Yusuf' }],
	me: 'amina',
	my_theme: 'home',
	this_half_term: 'autumn2',
	at_risk
};

export const voice: Voice = {
	id: 'v1', version: 1, words: 'I moved three times and nobody told my school.', is_quote: true, heard_on: '2026-11-18', event_id: 'e1',
	source: '', theme_id: 'home', cohort_id: 'foster', age_band: '11_to_15', share: 'anywhere', sensitive: false
};

const waiting: VoiceLine = {
	id: 'v1', words: voice.words, is_quote: true, heard_on: '2026-11-18', theme_id: 'home', theme: 'A home that stays', cohort: 'In foster care',
	age_band: '11_to_15', event_id: 'e1', from: 'Pizza night', share: 'anywhere', sensitive: false, may_leave: true, became: 'waiting', answer: null,
	half_term_id: 'h2', answered_on: null, told_on: null, waiting_days: 6, answer_by: '2027-02-12', late: false, untold_days: null
};

export const lines: VoiceLine[] = [
	waiting,
	{ ...waiting, id: 'v4', words: 'Can we have a dog?', became: 'answered', waiting_days: null, answer: 'no_because', answered_on: '2026-11-03', untold_days: 21 },
	{ ...waiting, id: 'v2', words: 'I was frightened on the bus.', share: 'no', sensitive: true, may_leave: false, heard_on: '2026-06-10', waiting_days: 167, late: true },
	{ ...waiting, id: 'v3', words: 'The food is nice.', theme_id: 'school', theme: 'School that works for me', became: 'told', waiting_days: null, answer: 'already_happens', answered_on: '2026-11-19', told_on: '2026-11-20' }
];

const answer: Answer = {
	id: 'a1', version: 1, voice_id: 'v1', kind: 'no_because', plain_text: 'The law does not let us.', action_id: null, commitment_id: null,
	agenda_item_id: null, answered_on: '2026-11-19', answered_by: 'amina', told_on: null, told_how: null, told_by: null
};

export const voicePage: VoicePage = {
	voice, theme: 'A home that stays', cohort: 'In foster care', event: { id: 'e1', title: 'Pizza night', date: '2026-11-18' }, became: 'answered',
	waiting_days: 6, answer_by: '2027-02-12', late: false, promised: 'the end of the next half-term', seen_at: 'i1',
	answers: [{ answer, answered_by: 'Cllr Amina Yusuf', told_by: null, action: null, commitment: null }],
	at_risk, actions: [{ value: 'act1', label: 'A26-001 · Ring every school' }], commitments: []
};

const event: Event = {
	id: 'e1', version: 1, title: 'Pizza night', theme_id: 'home', half_term_id: 'autumn2', date: '2026-11-18', place: 'Youth Hub', kind: 'meal', person_id: 'amina',
	held: true, came: [{ cohort_id: 'foster', age_band: '11_to_15', count: 9 }], came_total: null, what_happened: '', take_to_board: ''
};

export const eventPage: EventPage = {
	event, voices: [voice],
	reality_checks: [{ id: 'r1', version: 1, event_id: 'e1', claim: 'Schools are told the same day.', stands_in: 'Placements report', promise_id: 'p2', agenda_item_id: null, verdict: 'not_true', seen: 'They were not.' }],
	notices: ['Cllr Amina Yusuf has “Pizza” on Wednesday 18 November 2026 too. If it is the same event, take one of them back.']
};

const eventLine: EventLine = { id: 'e1', title: 'Pizza night', date: '2026-11-18', kind: 'meal', held: true, theme_id: 'home', theme: 'A home that stays', half_term: 'Autumn 2, 2026/27', person_id: 'amina', person: 'Cllr Amina Yusuf', came: 3, voices: 1 };

const half_terms: Wall['half_terms'] = [
	{ id: 'autumn1', term: 'autumn_1', name: 'Autumn 1, 2026/27' },
	{ id: 'autumn2', term: 'autumn_2', name: 'Autumn 2, 2026/27' }
];
const lenses: WallPromise['lenses'] = [
	{ lens: 'officers', ratings: ['kept', 'kept'] },
	{ lens: 'link_champion', ratings: [null, 'cannot_tell'] },
	{ lens: 'children', ratings: ['getting_there', 'not_yet'] }
];
const strategy = { id: 's1', version: 1, name: 'Our promises to you', starts: '2025-04-01', ends: null, vision_for_children: 'A home that stays.' };
const disagreement = 'Officers say kept; children and young people say not yet.';

export const wall: Wall = {
	strategies: [strategy], strategy: 's1', closed_on: null, half_terms,
	promises: [
		{ id: 'p2', number: 2, title: 'A home that stays', text: 'We will not move you.', theme_id: 'home', theme: 'A home that stays', retired: false, lenses, disagreement, review_due: false, reviews: [], overdue: 1, follows: '1, Our pledge' },
		{ id: 'p3', number: 3, title: 'Someone to call', text: 'Somebody answers.', theme_id: 'home', theme: 'A home that stays', retired: false, lenses: lenses.map((row) => ({ ...row, ratings: [null, null] })), disagreement: null, review_due: true, reviews: ['Link Champion: late since Friday 23 October 2026'], overdue: 0, follows: null }
	]
};

const commitment = { id: 'c1', version: 1, promise_id: 'p2', position: 1, text: 'Tell school the same day', plain_text: '', person_id: 'amina', person_words: '', due: '2026-12-12', done_on: null, done_plain: '' };

export const promisePage: PromisePage = {
	promise: { id: 'p2', version: 1, strategy_period_id: 's1', number: 2, title: 'A home that stays', text: 'We will not move you unless it is right for you.', plain_text: 'You stay.', theme_id: 'home', principles: ['safety_and_stability'], voices: ['v1'], you_said_plain: '', person_id: 'amina', review_every: 2, retired_on: null, follows_id: 'p0' },
	strategy, theme: 'A home that stays', owner: 'Head of Placements', half_terms, lenses, disagreement, on_agenda: null, closed_on: null,
	reviews: [
		{ lens: 'officers', last: '2026-11-09', state: 'ahead', when: 'by Friday 12 February 2027', names: 'Cllr Amina Yusuf' },
		{ lens: 'link_champion', last: null, state: 'due', when: 'by Friday 18 December 2026', names: '' },
		{ lens: 'children', last: '2026-05-18', state: 'late', when: 'late since Friday 23 October 2026', names: 'Sofia Tanner' }
	],
	follows: { id: 'p0', number: 1, title: 'A place to call home', strategy: 'Our pledge' }, followed_by: [],
	voices: [{ id: 'v1', words: voice.words, is_quote: true, heard_on: '2026-11-18' }], voice_count: 2, event_count: 1,
	commitments: [{ commitment, state: 'due', person: 'Cllr Amina Yusuf' }],
	measures: [{ measure: { id: 'm1', version: 1, promise_id: 'p2', position: 1, indicator_id: 'i1', text: 'moved three or more times', plain_text: '', unit: '%', counts: true, better: 'lower', target: 8, like_us: 10, england: 10, all_children: null, points: [{ on: '2025-09-30', value: 9, of: null }, { on: '2026-09-30', value: 11, of: 212 }], why: '' }, trend: { way: 'worse', since: 'last_year' }, trend_words: 'worse than last year', trend_sentence: 'Worse than last year.', aim: 'no_nearer', indicator: 'Three or more homes in the year', hidden: false }],
	actions: [{ id: 'act1', reference: 'A26-001', text: 'Ring every school', state: 'open', done_plain: '', overdue: true }],
	checks: [{ check: { id: 'k1', version: 1, promise_id: 'p2', lens: 'children', rating: 'not_yet', on: '2026-11-18', evidence: 'Eleven of fourteen said no.', source: 'Pizza night', event_id: 'e1', person_id: 'amina' }, person: 'Cllr Amina Yusuf', event: { id: 'e1', title: 'Pizza night', date: '2026-11-18' } }],
	reality_checks: [{ id: 'r1', claim: 'Schools are told the same day.', stands_in: 'Placements report', verdict: 'not_true', seen: 'They were not.', event: { id: 'e1', title: 'Pizza night', date: '2026-11-18' } }],
	lacks_plain_words: ['what children told us', '“Tell school the same day”']
};

const promiseChoices: PromiseChoices = { today: '2026-11-24', strategies: [{ value: 's1', label: strategy.name, next_number: 4 }], strategy: 's1', themes: choices.themes, people: choices.people, me: 'amina', promises: [{ value: 'p0', label: '1 · A place to call home (Our pledge)', strategy: 's0', starts: '2021-04-01', title: 'A place to call home', text: 'We will find you a home.', plain_text: '', theme_id: 'home' }], indicators: [{ value: 'i1', label: 'Three or more homes in the year' }], events: [{ value: 'e1', label: 'Pizza night, 18 November 2026' }] };

const written = <T>(result: T, ...changed: string[]) => ({ result, changed, entry: 'entry', can_undo: true });
let ids = 0;

export const answers: Answers = {
	...trail,
	'voices.list': ({ printed }) => ({ voices: lines, since: null, promised: 'the end of the next half-term', printed: printed ? 'What happened at the meeting?, 20 November 2026' : null }),
	'voices.show': () => voicePage,
	'voices.choices': () => choices,
	'voices.look': ({ words }) => ({ theme_id: words.includes('school') ? 'school' : null, because: words.includes('school') ? ['school'] : [], identifying: words.includes('Amina') ? [{ kind: 'board_name', words: 'Amina', instead: '[name]' }] : [] }),
	'voices.add': (request) => written({ ...request, id: `new${++ids}`, version: 1, heard_on: request.heard_on ?? '2026-11-24' }, 'voice'),
	'voices.edit': (request) => written({ ...request, version: request.version + 1 }, 'voice'),
	'voices.remove': ({ id }) => written(id, 'voice'),
	'voices.answer': (request) => written({ ...answer, ...request }, 'answer'),
	'voices.tell_voices': ({ voices }) => ({ ...written(voices.length, 'answer'), can_undo: false }),
	'voices.tell': () => ({ ...written(answer, 'answer'), can_undo: false }),
	'events.list': () => [eventLine],
	'events.show': () => eventPage,
	'events.claims': () => ({ promises: [{ value: 'p2', label: '2 · A home that stays' }], items: [{ value: 'i4', label: 'Placement report (3 December 2026)' }] }),
	'events.log': (request) => written({ ...request, id: 'e9', version: 1, held: true, title: request.title || 'Activity, 24 November 2026', half_term_id: 'autumn2' }, 'event'),
	'events.edit': (request) => written({ ...request, version: request.version + 1 }, 'event'),
	'events.edit_claim': (request) => written({ ...request, version: request.version + 1 }, 'reality_check'),
	'promises.wall': () => wall,
	'promises.show': () => promisePage,
	'promises.choices': () => promiseChoices,
	'promises.voices': () => [{ id: 'v1', words: voice.words, theme: 'A home that stays', heard_on: '2026-11-18', share: 'anywhere', sensitive: false }],
	'promises.record_check': (request) => written({ ...request, id: 'k2', version: 1 }, 'check')
};
