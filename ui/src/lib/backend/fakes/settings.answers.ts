import type { CalendarPage, HistoryLine, SearchGroup, SettingsPage } from '../generated/types';
import type { Answers } from '../fake';

export const settings: SettingsPage = { logo: null, board: { action_scope: 'year', minute_scope: 'year', clear_days: 5, contact: 'Colin Webb, Democratic Services, 01632 960 114, democratic.services@anytown.example', standing: 'statutory_committee', meets_in_public: true, who_to_talk_to: 'You can talk to Jess. She works with the Children in Care Council. Ring her on 01632 960 120. You can text that number too.', id: 'id96', logo: '', champions_required: true, minute_pattern: 'CPB {n}/{yy}', council: 'Anytown Council', action_pattern: 'A{yy}-{nnn}', promises_called: 'promises', quorum: 4, name: 'Anytown Corporate Parenting Board', colour: '', answer_within: 'next_half_term', answer_weeks: 12, meeting_pages: 100, paper_pages: 4, scrutiny_split: 'board_leads', scrutiny_name: 'Children and Families Scrutiny Committee', scrutiny_chair: 'Cllr Jean Moss', scrutiny_terms: '', version: 1 }, examples: { action: { next: 'A26-027', problem: null }, minute: { next: 'CPB 20/26', problem: null } } };

const calendar: CalendarPage = { proclaimed_until: '2027-12-31', next_year: 2027, bank_holidays: [{ name: 'Christmas Day', date: '2026-12-25', change: null }, { name: 'Boxing Day (substitute day)', date: '2026-12-28', change: null }], annual_meetings: [{ date: '2024-05-16', id: 'id97', version: 1 }], years: [{ name: '2026/27', half_terms: [{ term: 'autumn_1', academic_year: 2026, starts: '2026-09-01', ends: '2026-10-23', id: 'id101', version: 1 }, { term: 'autumn_2', academic_year: 2026, starts: '2026-11-02', ends: '2026-12-18', id: 'id102', version: 1 }], academic_year: 2026 }] };

const history: HistoryLine[] = [{ id: 'h2', at: '2026-11-24T10:30:00Z', by: 'Cllr Amina Yusuf', what: 'add the theme Someone to call', can_undo: true, records: 1 }, { records: 657, at: '2026-11-24T09:00:00Z', can_undo: false, id: 'id113', by: 'Pledgeboard', what: 'create the sample board' }];

export const found: SearchGroup[] = [{ title: 'Voices', hits: [{ excerpt: [{ words: 'School must now ring your ', found: false }, { words: 'home', found: true }, { words: ' first. Somebody will ask what happened.', found: false }], title: 'School must now ring your home first. Somebody will ask what happened.', belongs_to: 'The answer to a voice', marked: null, record: 'id114', href: '/voices/id115' }, { excerpt: [{ words: 'The ', found: false }, { words: 'home', found: true }, { words: '\'s manager has sorted it out. Somebody checks each week.', found: false }], title: 'The home\'s manager has sorted it out. Somebody checks each week.', belongs_to: 'The answer to a voice', marked: 'sensitive', record: 'id116', href: '/voices/id117' }] }, { title: 'Promises', hits: [{ excerpt: [{ words: 'Young inspectors visit each ', found: false }, { words: 'home', found: true }, { words: ' once a year', found: false }], title: 'Young inspectors visit each home once a year', belongs_to: 'Promise 3, “Safe where you live”', marked: null, record: 'id122', href: '/promises/id123' }, { excerpt: [{ words: 'care leavers of 19 to 21 in suitable ', found: false }, { words: 'homes', found: true }], title: 'care leavers of 19 to 21 in suitable homes', belongs_to: 'Promise 8, “A proper start as an adult”', marked: null, record: 'id124', href: '/promises/id125' }] }];

export const answers: Answers = {
	'settings.show': () => settings,
	'settings.examples': () => settings.examples,
	'settings.calendar': () => calendar,
	'history.list': () => history,
	'removal.list': () => [],
	'history.show': () => [{ what: 'The theme “Feeling safe at home” was changed.', sentences: ['The name changed from “Safe homes” to “Feeling safe at home”.'] }],
	'search.find': ({ words }) => (words.trim() === 'nothing' ? [] : found)
};
