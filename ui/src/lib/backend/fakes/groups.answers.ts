import type { Answers } from '../fake';
import type { AgendaRequest, Channel, ChannelLine, Group, GroupPage, MapLine, MapPage, RequestLine } from '../generated/types';

/** Groups, what they ask for, and the voice map of Anytown on 24 November 2026. */
export const group: Group = {
	id: 'g1', version: 1, name: 'Children in Care Council', kind: 'young_people', about: 'Speaks for children in care of 8 to 17.', meets: 'First Tuesday, 5pm',
	engages: 'Two of us come, and we speak first.', owes: 'Which answers have reached young people', cohorts: ['c2'], lead_id: 'jess', people: ['jess'], ended_on: null
};

const asked: AgendaRequest = {
	id: 'r1', version: 1, group_id: 'g1', words: 'Can the people who choose our homes come to us?', asked_on: '2026-10-16', share: 'anywhere', agenda_item_id: null, outcome: null,
	answer: '', answered_on: null, answered_by: null, told_on: null, told_how: null, told_by: null
};

export const waiting: RequestLine = { request: asked, state: 'waiting', waiting_days: 39, item: null, owed: true, answered_by: null, told_by: null };

const met: RequestLine = {
	...waiting, request: { ...asked, id: 'r2', words: 'Stop saying placement. Say home.', agenda_item_id: 'i1' }, state: 'scheduled', waiting_days: 58,
	item: { id: 'i1', meeting_id: 'm1', date: '2026-11-12', title: 'Words we will stop using', met: true }
};

const answered: RequestLine = {
	...waiting, request: { ...asked, id: 'r3', words: 'Now we want to look at your offices.', outcome: 'declined', answer: 'You do not need the board for this: come in February.', answered_on: '2026-11-17', answered_by: 'amina' },
	state: 'answered', waiting_days: null, owed: false, answered_by: 'Cllr Amina Yusuf'
};

export const groupPage: GroupPage = {
	group, ended: false, lead: 'Jess Tanner', people: ['Jess Tanner'], cohorts: ['Secondary age'], requests: [met, waiting, answered],
	choices: { people: [{ value: 'jess', label: 'Jess Tanner' }], cohorts: [{ value: 'c1', label: 'Under 5s' }, { value: 'c2', label: 'Secondary age' }], meetings: [{ value: 'm2', label: 'Thursday 3 December 2026' }], me: 'jess' }
};

const visitors: Channel = {
	id: 'ch1', version: 3, name: 'Independent visitors', kind: 'visitor', partner: 'Befriending Trust', cohorts: ['c1', 'c2'], every: 'month', about: 'Volunteers who see the same child every month.',
	person_id: 'jess', heard: [{ on: '2026-10-02', cohorts: ['c1'] }, { on: '2026-11-10', cohorts: ['c2'] }], ended_on: null
};

const channels: ChannelLine[] = [
	{ channel: visitors, reaches: ['Under 5s', 'Secondary age'], contact: 'Jess Tanner', last_heard: '2026-11-10', quiet: false, ended: false },
	{ channel: { ...visitors, id: 'ch2', name: 'Play worker’s visits', partner: '', cohorts: ['c1'], heard: [] }, reaches: ['Under 5s'], contact: null, last_heard: null, quiet: true, ended: false },
	{ channel: { ...visitors, id: 'ch3', name: 'Text line', partner: '', ended_on: '2026-06-01' }, reaches: ['Secondary age'], contact: null, last_heard: '2026-04-01', quiet: false, ended: true }
];

const secondary: MapLine = {
	cohort_id: 'c2', cohort: 'Secondary age', heard_by: 'Activities and food with people they know', counts: { events: 1, came: 6, voices: 2 }, last_heard: '2026-11-18', last_heard_at: 'Pizza night', heard: true,
	channels: [{ id: 'ch1', name: 'Independent visitors', partner: 'Befriending Trust', every: 'month', last_heard: '2026-11-10', quiet: false }]
};

export const youngest: MapLine = {
	cohort_id: 'c1', cohort: 'Under 5s', heard_by: 'Play, drawing and watching what they enjoy', counts: { events: 0, came: 0, voices: 0 }, last_heard: '2026-10-02', last_heard_at: 'Independent visitors', heard: false,
	channels: [{ id: 'ch1', name: 'Independent visitors', partner: 'Befriending Trust', every: 'month', last_heard: '2026-10-02', quiet: false }, { id: 'ch2', name: 'Play worker’s visits', partner: '', every: 'month', last_heard: null, quiet: true }]
};

export const mapPage: MapPage = {
	half_terms: [{ value: 'autumn2', label: 'Autumn 2, 2026/27', starts: '2026-11-02', ends: '2026-12-18' }, { value: 'autumn1', label: 'Autumn 1, 2026/27', starts: '2026-09-01', ends: '2026-10-23' }],
	half_term_id: 'autumn2', is_now: true, map: { lines: [youngest, secondary], unsaid: { events: 1, came: 4, voices: 1 }, until: '2026-11-24' },
	gaps: 'Not heard this half-term: under 5s.', channels, cohorts: groupPage.choices.cohorts, people: groupPage.choices.people
};

export const answers: Answers = {
	'groups.list': () => ({ groups: [{ group, lead: 'Jess Tanner', ended: false, requests: 3, waiting: 2, oldest_days: 58 }, { group: { ...group, id: 'g2', name: 'Promise Design Group', owes: '', ended_on: '2026-02-01' }, lead: null, ended: true, requests: 0, waiting: 0, oldest_days: null }] }),
	'groups.show': () => groupPage,
	'voice_map.show': () => mapPage,
	'voice_map.export': () => ({ name: 'Voice map Autumn 2 2026-27 public', text: 'Cohort\r\n' })
};
