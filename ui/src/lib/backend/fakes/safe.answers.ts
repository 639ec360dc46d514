import type { BackupsPage, DisclosureSummary, KindKept, RestorePreview, SecurityPage } from '../generated/types';
import type { Answers } from '../fake';
import { answers as desk } from './desk.answers';

export const security: SecurityPage = { protected: false, can_remember: true, remembered: false, can_make_sheet: false, notices: [] };
const shielded: SecurityPage = { ...security, protected: true };

export const backups: BackupsPage = {
	folder: '/home/clerk/boards/anytown backups',
	notice: null,
	choices: { keeping: { newest: 10, days: 31, months: 24 }, second_folder: null },
	backups: [
		{ path: '/b/2026-11-24T103000.000Z meeting.pledgeboard', at: '2026-11-24T10:30:00Z', why: 'after a meeting', bytes: 4_210_000, opens: true, protected: false },
		{ path: '/b/2026-11-20T090000.000Z opened.pledgeboard', at: '2026-11-20T09:00:00Z', why: 'when the board was opened', bytes: 640_000, opens: false, protected: true }
	]
};

export const preview: RestorePreview = {
	path: backups.backups[0]!.path,
	at: '2026-11-24T10:30:00Z',
	why: 'after a meeting',
	kinds: [{ called: 'voice', back: 0, gone: 2, changed: 1 }],
	undone: 3,
	latest: [{ at: '2026-11-24T11:00:00Z', what: 'log a voice' }],
	again: 0
};

const kept = (kind: KindKept['kind'], called: string, from: string, stays: string): KindKept => ({ kind, called, counts: `The years count from ${from}.`, stays, rule: null, due: 0, held: 0, lines: [] });

/** Two voices are past their years; one of them waits. */
export const kinds: KindKept[] = [
	{
		...kept('said', 'what children and young people said', 'the day on which it was heard', 'The day, the theme, the broad group and the answer stay, without the words.'),
		rule: { id: 'rule1', version: 1, kind: 'said', years: 6 },
		due: 1,
		held: 1,
		lines: [
			{ record: 'voice1', called: 'I moved three times and nobody told my school.', since: '2020-11-18', held: null },
			{ record: 'voice2', called: 'Nobody asked me where I wanted to live.', since: '2020-11-19', held: 'It has no answer yet.' }
		]
	},
	kept('seen', 'what Link Champions wrote about events', 'the day of the event', 'That the event was held, where, and how many came stays.'),
	kept('asked', 'what groups asked the board to talk about', 'the day on which the group asked', 'That the group asked, and what became of it stays, without its words.'),
	kept('contact', 'contact details of people who left', 'the day on which the person left', 'The name stays, with the terms of office and attendance.'),
	kept('papers', 'papers of meetings', 'the last meeting that had the paper', 'The title stays on the agenda, without the file.')
];

export const disclosure: DisclosureSummary = {
	about: 'the words “Sam Okafor”',
	kinds: [
		{ called: 'person', records: 1, changes: 2 },
		{ called: 'event', records: 0, changes: 1 }
	],
	papers: [{ id: 'paper1', title: 'Sufficiency of homes', unread: true }],
	changes: 3,
	did: 4
};

export const answers: Answers = {
	'retention.show': () => ({ kinds }),
	'retention.keep': () => ({ result: {}, changed: ['retention_rule'], entry: 'e', can_undo: true }),
	'retention.let_go': ({ records }) => ({ result: { gone: records.length, notices: ['The second folder for backups is not there now.'] }, changed: ['voice', 'removal'], entry: 'e', can_undo: false }),
	'disclosure.look': () => disclosure,
	'disclosure.save': () => ({}),
	'security.show': () => security,
	'security.protect': () => ({ ...shielded, can_make_sheet: true }),
	'security.change': () => ({ ...shielded, can_make_sheet: true }),
	'security.unprotect': () => security,
	'security.remember': ({ remember }) => ({ ...shielded, remembered: remember }),
	'security.save_sheet': () => shielded,
	'backups.show': () => backups,
	'backups.make': () => backups,
	'backups.choose': (choices) => ({ ...backups, choices }),
	'backups.verify': () => ({ findings: [] }),
	'backups.preview': () => preview,
	'backups.restore': async () => ({ desk: await desk['desk.show']!({}), kept: '/b/2026-11-24T120000.000Z restore.pledgeboard' })
};
