import type { Answers } from '../fake';
import type { ProgrammeView, Topic, TopicLine, YearBeginning } from '../generated/types';

function line(id: string, subject: string, half_term_id: string | null, change: Partial<Topic> = {}, state: Partial<TopicLine> = {}): TopicLine {
	return {
		topic: {
			id, version: 1, academic_year: 2026, half_term_id, subject, dealt_by: 'board', why: 'Housing sits at this table.',
			theme_id: 't1', tool: 'discussion', standing_report_id: null, is_public: true, done_on: null, dropped_reason: '', ...change
		},
		state: 'planned', meeting_id: null, meeting_on: null, author: '', stays: null, ...state
	};
}

const report = { id: 'r1', version: 1, title: 'Virtual School Head’s annual report', author_id: 'p8', author_words: '', month: 10, must_cover: 'Exam results, absence, suspensions.', retired_on: null };

export const programme: ProgrammeView = {
	academic_year: 2026, name: '2026/27',
	split: { scrutiny_split: 'board_leads', scrutiny_name: '', scrutiny_chair: '', scrutiny_terms: '' },
	terms: 'The board leads and removes what stands in the way. Scrutiny holds to account, in public.',
	public_at_first: true,
	half_terms: [
		{ id: 'h1', name: 'Autumn 1', starts: '2026-09-01', ends: '2026-10-23', is_now: false },
		{ id: 'h2', name: 'Autumn 2', starts: '2026-11-02', ends: '2026-12-18', is_now: true },
		{ id: 'h3', name: 'Spring 1', starts: '2027-01-04', ends: '2027-02-12', is_now: false },
		{ id: 'h4', name: 'Spring 2', starts: '2027-02-22', ends: '2027-03-25', is_now: false },
		{ id: 'h5', name: 'Summer 1', starts: '2027-04-12', ends: '2027-05-28', is_now: false },
		{ id: 'h6', name: 'Summer 2', starts: '2027-06-07', ends: '2027-07-23', is_now: false }
	],
	meetings: [{ id: 'm1', date: '2026-12-03', title: '', half_term_id: 'h2' }],
	topics: [
		line('o1', 'A proper start as an adult', 'h1', {}, { state: 'done', meeting_id: 'm0', meeting_on: '2026-10-08', stays: 'The meeting on 8 October 2026 was held with this topic, so it stays where it is.' }),
		line('o2', 'Homes near school', 'h2'),
		line('o3', 'Suspensions of children in our care', 'h2', { dealt_by: 'scrutiny', theme_id: null, tool: 'questions' }),
		line('o4', 'Brothers and sisters apart', null, { is_public: false }),
		line('o5', 'A newsletter', 'h1', { dropped_reason: 'Young people prefer films.' }, { state: 'dropped' })
	],
	due: [{ report, author: 'Dr Nadia Rahman', when: 'due each October', half_term_id: 'h1', late: true }],
	anchors: [{ anchor: { id: 'a1', version: 1, academic_year: 2026, title: 'Takeover day', starts: '2026-11-20', ends: '2026-11-20' }, half_term_id: 'h2' }],
	reports: [{ report, author: 'Dr Nadia Rahman', when: 'due each October', retired: false }],
	themes: [{ id: 't1', name: 'A home that stays' }],
	people: [{ id: 'p8', name: 'Dr Nadia Rahman', what: 'Virtual School Head', is_councillor: false }]
};

export const beginning: YearBeginning = {
	academic_year: 2026, name: '2026/27', last: '2025/26', not_yet: null,
	reports: [{ id: 'r1', title: report.title, when: 'due each October · Autumn 1' }],
	not_done: [{ id: 'o9', subject: 'Money at eighteen', about: 'this board · planned for Summer 2' }],
	anchors: [{ title: 'Takeover day', starts: '2026-11-20', ends: '2026-11-20' }]
};

const said = { changed: ['topic'], entry: 'e1', can_undo: true };

export const answers: Answers = {
	'programme.show': () => programme,
	'programme.beginning': () => beginning,
	'programme.save_topic': () => ({ result: 'o9', ...said }),
	'programme.move_topic': ({ topic_id }) => ({ result: topic_id, ...said }),
	'programme.drop_topic': ({ topic_id }) => ({ result: topic_id, ...said }),
	'programme.resume_topic': ({ topic_id }) => ({ result: topic_id, ...said }),
	'programme.finish_topic': ({ topic_id }) => ({ result: topic_id, ...said }),
	'programme.save_report': () => ({ result: 'r9', ...said }),
	'programme.retire_report': ({ report_id }) => ({ result: report_id, ...said }),
	'programme.add_usual_reports': () => ({ result: 7, ...said }),
	'programme.save_anchor': () => ({ result: 'a9', ...said }),
	'programme.remove_anchor': () => ({ result: null, ...said }),
	'programme.begin_year': ({ academic_year }) => ({ result: academic_year, ...said }),
	'history.list': () => [],
	'drafts.find': () => ({ values: null }),
	'drafts.keep': () => ({ result: null, ...said })
};
