import { notices } from '$lib/notices.svelte';
import { call } from './call';
import { attempt } from './save.svelte';
import { chooseWhereToSave } from './shell';

/** Saves a table as a CSV file where the person chooses, and says so: `onexport={(csv) => saveTable('actions', csv)}`. */
export async function saveTable(fileName: string, csv: string): Promise<void> {
	await attempt(async () => {
		const path = await chooseWhereToSave('Save the table', `${fileName}.csv`, [{ name: 'CSV table', extensions: ['csv'] }]);
		if (!path) return;
		// The mark at the start tells Excel that this is UTF-8.
		await call('desk.save_text', { path, content: `\uFEFF${csv}` });
		notices.say('Table saved');
	});
}
