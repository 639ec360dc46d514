import { showAppearance } from '$lib/appearance';
import { call, Refused, type CommandName, type RequestOf } from './call';
import { changes } from './changes.svelte';
import type { Appearance, Desk } from './generated/types';

type DeskCommand = Extract<CommandName, `desk.${string}`>;

/** What lies open on this computer: the board, the person who works at it, the day, and how the app looks. */
class CurrentDesk {
	current: Desk | undefined = $state.raw();
	error: Refused | undefined = $state.raw();

	/** Today as the program counts it, "2026-11-22"; the empty text before the desk has been read. */
	get today(): string {
		return this.current?.today ?? '';
	}

	/** Reads the desk again, at the start and after a change to the board's or a person's name. */
	async reload(): Promise<void> {
		try {
			this.take(await call('desk.show', {}));
		} catch (thrown) {
			this.error = Refused.from(thrown);
		}
	}

	/** Opens a board file. Throws `Refused`. */
	async open(path: string): Promise<void> {
		await this.#turn('desk.open', { path });
	}

	/** Opens a protected board with its passphrase. Throws `Refused`. */
	async unlock(path: string, passphrase: string, remember: boolean): Promise<void> {
		await this.#turn('desk.unlock', { path, passphrase, remember });
	}

	async close(): Promise<void> {
		await this.#turn('desk.close', {});
	}

	/** Chooses who uses this computer. Throws `Refused`. */
	async workAs(personId: string): Promise<void> {
		await this.#turn('desk.work_as', { person_id: personId });
	}

	/** Chooses theme and text size for this computer. Throws `Refused`. */
	async look(appearance: Appearance): Promise<void> {
		this.take(await call('desk.appearance', appearance));
	}

	/** Takes over a desk that another command answered, such as one that makes a board. */
	take(desk: Desk): void {
		this.current = desk;
		this.error = undefined;
		showAppearance(desk.appearance);
	}

	async #turn<N extends DeskCommand>(name: N, request: RequestOf<N>): Promise<void> {
		this.take((await call(name, request)) as Desk);
		changes.everything();
	}
}

export const desk = new CurrentDesk();
