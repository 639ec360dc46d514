import type { BackupsPage, RestorePreview, SecurityPage } from '../generated/types';
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

export const answers: Answers = {
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
