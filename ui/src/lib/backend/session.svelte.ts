import { call, Refused } from './call';
import type { Session } from './generated/types';

/** Which board is open, who is using this computer, and the counts beside the navigation. */
class CurrentSession {
	current: Session | undefined = $state.raw();
	error: Refused | undefined = $state.raw();

	async reload(): Promise<void> {
		try {
			this.current = await call('session.show', {});
			this.error = undefined;
		} catch (thrown) {
			this.error = Refused.from(thrown);
		}
	}
}

export const session = new CurrentSession();
