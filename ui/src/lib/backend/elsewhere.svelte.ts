import { call } from './call';
import { changes } from './changes.svelte';

/** How often others are looked for, in milliseconds: what they change is here within a second. */
const often = 800;

/** What is known of a shared board's server, and of who else is there. */
class Others {
	/** The server does not answer: what is shown is as it was. */
	away = $state(false);
	/** By name. */
	here: string[] = $state.raw([]);
}

export const others = new Others();

/** Follows what another window or program does to the open board; gives back a way to stop. */
export function followOthers(): () => void {
	const timer = setInterval(() => void look(), often);
	return () => clearInterval(timer);
}

async function look(): Promise<void> {
	// Nobody sees a hidden window; it catches up when it is shown.
	if (document.hidden) return;
	try {
		const { kinds, everything, away, here } = await call('desk.look_round', {});
		others.away = away;
		if (here.join() !== others.here.join()) others.here = here;
		if (everything) changes.everything();
		else changes.happened(kinds);
	} catch {
		// A board that cannot be asked now is asked again in a moment; whoever saves is told why it does not answer.
	}
}
