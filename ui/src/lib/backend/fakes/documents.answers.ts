import type { Answers } from '../fake';
import type { MadeDocument, SavedAll } from '../generated/types';

const made = (what: string, document: MadeDocument['document'], format: MadeDocument['format'], file: string, notes: string[] = []): MadeDocument => ({
	what, document, audience: document === 'run_sheet' ? 'chair' : 'members', format, files: [file], notes, still_writing: []
});
const notForPublication = 'It is not for publication: give it only to those who may read it.';

export const savedAll: SavedAll = {
	meeting: '2026-12-03',
	folder: '/home/colin/December/meeting-2026-12-03',
	made: [
		made('Agenda for members', 'agenda', 'pdf', 'agenda-2026-12-03-members.pdf', [notForPublication]),
		made('Agenda for members', 'agenda', 'docx', 'agenda-2026-12-03-members.docx', [notForPublication]),
		made('Agenda pack for members', 'pack', 'pdf', 'agenda-pack-2026-12-03-members.pdf'),
		made('Chair’s run sheet', 'run_sheet', 'pdf', 'run-sheet-2026-12-03.pdf')
	],
	missing: [
		{ what: 'Agenda for the public', why: 'It is not published yet. Publish it by Wednesday 25 November 2026.' },
		{ what: 'Agenda pack for the public', why: 'The agenda is not published yet. Publish it by Wednesday 25 November 2026.' }
	],
	stopped: false
};

export const answers: Answers = {
	'reports.save_all': () => ({ result: savedAll, changed: [], entry: null, can_undo: false }),
	'work.look': () => ({ done: 0, of: 0 }),
	'work.stop': () => false
};
