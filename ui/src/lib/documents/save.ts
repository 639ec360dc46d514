import { attempt, chooseWhereToSave, save, Work, type ReportFormat, type ReportRequest } from '$lib/backend';
import { notices } from '$lib/notices.svelte';
import { plural } from '$lib/wording';

/** The forms of a document's file: what the button says, and what the system's dialog is told. */
export const formats: Record<ReportFormat, { label: string; name: string; ending: string }> = {
	pdf: { label: 'Save as PDF', name: 'PDF', ending: 'pdf' },
	docx: { label: 'Save as Word', name: 'Word', ending: 'docx' },
	html: { label: 'Save as a web page', name: 'Web page', ending: 'html' },
	csv: { label: 'Save as a spreadsheet', name: 'CSV', ending: 'csv' },
	json: { label: 'Save as data', name: 'JSON', ending: 'json' },
	ics: { label: 'Save for a calendar', name: 'Calendar', ending: 'ics' }
};

/** A document as it is when nothing else is said. */
export const plainly: Omit<ReportRequest, 'document'> = {
	audience: null,
	meeting_id: null,
	meeting_on: null,
	event_id: null,
	theme_id: null,
	person_id: null,
	person_named: null,
	answered_since: null,
	period_id: null,
	period_named: null,
	agenda_item_id: null,
	item_number: null,
	assessment_id: null,
	from: null,
	to: null,
	year: null,
	part: null,
	format: null,
	work: null
};

/** Asks where, saves the document there, and says so. `called` is the file's name without its ending; `writing` is told how far it is. */
export async function saveDocument(report: ReportRequest, format: ReportFormat, called: string, writing = new Work()): Promise<void> {
	await attempt(async () => {
		const { name, ending } = formats[format];
		const path = await chooseWhereToSave('Save the document', `${called}.${ending}`, [{ name, extensions: [ending] }]);
		if (!path) return;
		const saved = await writing.run((work) => save('reports.save', { report: { ...report, format, work }, path }, { quiet: true }));
		notices.say(format === 'pdf' ? `Saved: ${plural(saved.pages, 'page')}` : `Saved: ${name}`);
	});
}
