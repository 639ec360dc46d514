import type { Answers } from '../fake';
import type { AwayDesk, AwayFile, AwayForm, AwayLook } from '../generated/types';

/** An event away from Anytown's board, on 24 November 2026. */
const form: AwayForm = { id: 'f1', version: 1, number: 'K7QF-3M9T', event_id: 'e7', theme_id: 'home', person_id: 'amina', made_on: '2026-11-16', imported_on: null, imported: [] };

export const awayFile: AwayFile = {
	format: 'pledgeboard-event', schema: 1, number: form.number, made_on: form.made_on,
	board: { id: 'b1', council: 'Anytown Council', name: 'Anytown Corporate Parenting Board', names: ['Amina Yusuf'] },
	person: { id: 'amina', name: 'Cllr Amina Yusuf' },
	themes: [{ id: 'home', name: 'A home that stays', keywords: ['moved'] }, { id: 'school', name: 'School that works for me', keywords: ['school'] }],
	cohorts: [{ id: 'foster', name: 'In foster care' }],
	promises: [{ id: 'p2', name: '2 · A home that stays' }],
	event: { id: 'e7', title: '', theme_id: 'home', date: null, place: '', kind: 'activity', came: [], came_total: null, what_happened: '', take_to_board: '' },
	voices: [], reality_checks: []
};

export const awayDesk: AwayDesk = { path: '/home/amina/event-k7qf-3m9t.pledge-event', file: awayFile, today: '2026-11-24', at_risk: 'If a child may be at risk, tell the duty team at once. Do not write it here.' };

export const awayLook: AwayLook = {
	number: form.number, event_id: 'e7', title: 'Pizza night', date: '2026-11-18', person: 'Cllr Amina Yusuf', theme: 'A home that stays', is_file: true, imported_on: null, nothing_new: null,
	parts: [
		{ part: { id: 'e7', kind: 'event', change: 'new', take: true, fields: [{ label: 'Title', away: 'Pizza night', board: null }, { label: 'Who came', away: '9 11 to 15', board: null }] }, identifying: [] },
		{ part: { id: 'v71', kind: 'voice', change: 'new', take: true, fields: [{ label: 'What they said', away: 'I told Amina that I moved three times.', board: null }, { label: 'Theme', away: 'A home that stays', board: null }] }, identifying: [{ kind: 'board_name', words: 'Amina', instead: '[name]' }] },
		{ part: { id: 'v72', kind: 'voice', change: 'conflict', take: false, fields: [{ label: 'What they said', away: 'I moved five times.', board: 'I moved often.' }] }, identifying: [] },
		{ part: { id: 'v73', kind: 'voice', change: 'same', take: false, fields: [{ label: 'What they said', away: 'The food is nice.', board: null }] }, identifying: [] }
	],
	notices: ['Cllr Amina Yusuf has “Pizza” on Wednesday 18 November 2026 too. If it is the same event, take one of them back.'],
	not_understood: ['“barbecue” is no kind of event that the form knows.'],
	refused: []
};

const email = 'Form number: K7QF-3M9T\nDate:\nVoice 1:\nEND OF FORM\n';
const made = { form, file: '{}', file_name: 'event-k7qf-3m9t.pledge-event', email };
const written = <T>(result: T, ...changed: string[]) => ({ result, changed, entry: 'entry', can_undo: true });

export const answers: Answers = {
	'away.list': () => [
		{ form, person: 'Cllr Amina Yusuf', theme: 'A home that stays', event: null },
		{ form: { ...form, id: 'f2', number: '2B4C-6D8E', imported_on: '2026-11-20' }, person: null, theme: 'School that works for me', event: { id: 'e1', title: 'Pizza night' } }
	],
	'away.show': () => made,
	'away.make': () => written(made, 'away_form'),
	'away.look': () => awayLook,
	'away.import': () => written({ event_id: 'e7', new: 2, changed: 0 }, 'event', 'voice', 'away_form'),
	'away.open': () => awayDesk,
	'away.keep': () => ({}),
	'away.words': ({ words }) => ({ theme_id: words.includes('school') ? 'school' : null, because: words.includes('school') ? ['school'] : [], identifying: words.includes('Amina') ? [{ kind: 'board_name', words: 'Amina', instead: '[name]' }] : [] }),
	'events.left_off': () => ({ event: null }),
	'events.logging': () => ({})
};
