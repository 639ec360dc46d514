import { call, desk, Refused, save, type Board, type Examples } from '$lib/backend';

/** The board's settings as they are typed: every change saves itself, or says beside its field why not. */
export class BoardSettings {
	board: Board = $state() as Board;
	examples: Examples | undefined = $state();
	errors: Record<string, string> = $state({});
	error: string | undefined = $state();
	#asked = 0;

	constructor(board: Board, examples: Examples) {
		this.board = { ...board };
		this.examples = examples;
	}

	/** What the program has now; called again whenever it changed. */
	take(board: Board, examples: Examples): void {
		if (board.version === this.board.version) return;
		this.board = { ...board };
		this.examples = examples;
	}

	async keep(): Promise<void> {
		this.errors = {};
		this.error = undefined;
		try {
			await save('settings.save_board', $state.snapshot(this.board) as Board, { said: 'Settings saved' });
			await desk.reload();
		} catch (thrown) {
			const { field, message } = Refused.from(thrown);
			if (field) this.errors = { [field]: message };
			else this.error = message;
		}
	}

	/** The next number that the patterns would give, while they are typed. */
	async preview(): Promise<void> {
		const { minute_pattern, minute_scope, action_pattern, action_scope } = this.board;
		const turn = ++this.#asked;
		try {
			const examples = await call('settings.examples', { minute_pattern, minute_scope, action_pattern, action_scope });
			if (turn === this.#asked) this.examples = examples;
		} catch (thrown) {
			this.error = Refused.from(thrown).message;
		}
	}
}
