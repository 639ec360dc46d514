import { open, save } from '@tauri-apps/plugin-dialog';

/** What a dialog offers: `{ name: 'PDF', extensions: ['pdf'] }`. */
export interface FileKind {
	name: string;
	extensions: string[];
}

/** Asks for one existing file; its path, or null. */
export async function chooseFile(title: string, kinds: FileKind[] = []): Promise<string | null> {
	return await open({ title, filters: kinds, multiple: false, directory: false });
}

/** Asks for any number of existing files; their paths, none if the person changed their mind. */
export async function chooseFiles(title: string, kinds: FileKind[] = []): Promise<string[]> {
	return (await open({ title, filters: kinds, multiple: true, directory: false })) ?? [];
}

/** Asks for a folder; its path, or null. */
export async function chooseFolder(title: string): Promise<string | null> {
	return await open({ title, directory: true, multiple: false });
}

/** Asks where a new file should lie; its path, or null. */
export async function chooseWhereToSave(
	title: string,
	fileName: string,
	kinds: FileKind[] = []
): Promise<string | null> {
	return await save({ title, defaultPath: fileName, filters: kinds });
}
