import type { AwayDesk, Event, RealityCheck, Voice } from '$lib/backend';
import { EventDraft } from '../events/draft.svelte';
import { AwayKeeper, choicesOf } from './keeper';

/** The event of an away file, as far as it was filled in. */
export function draftOf(desk: AwayDesk): EventDraft {
	const { event, voices, reality_checks } = desk.file;
	const began = event.date !== null;
	const page = {
		event: { ...event, version: 1, half_term_id: null, person_id: null, held: true, date: event.date ?? desk.today } as Event,
		voices: voices.map((it) => ({ ...it, version: 1, event_id: event.id, heard_on: event.date ?? desk.today, source: '' }) as Voice),
		reality_checks: reality_checks.map((it) => ({ ...it, version: 1, event_id: event.id, agenda_item_id: null }) as RealityCheck)
	};
	return new EventDraft(choicesOf(desk), began ? page : undefined, new AwayKeeper(desk));
}
