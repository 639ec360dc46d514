/** Written by `cargo xtask bindings`. A small seed until the first run of it. */
import type { Session } from './types';

export interface Commands {
	'session.show': { request: Record<string, never>; response: Session };
	'history.undo': {
		request: { entry: string };
		response: { result: null; changed: string[]; entry: string | null };
	};
}
