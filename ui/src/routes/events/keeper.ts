import { call, save, type Event, type LookedAt, type NewEvent, type NewRealityCheck, type NewVoice, type RealityCheck, type Voice } from '$lib/backend';
import type { ClaimValues, EventValues, Stored, VoiceValues } from './values';

/** Where an event is kept as it is typed: on the board, or in a file away from it. */
export interface EventKeeper {
	log(values: EventValues): Promise<EventValues & Stored>;
	edit(values: EventValues & Stored): Promise<EventValues & Stored>;
	addVoice(values: VoiceValues): Promise<VoiceValues & Stored>;
	editVoice(values: VoiceValues & Stored): Promise<VoiceValues & Stored>;
	removeVoice(record: Stored): Promise<unknown>;
	addClaim(values: ClaimValues): Promise<ClaimValues & Stored>;
	editClaim(values: ClaimValues & Stored): Promise<ClaimValues & Stored>;
	removeClaim(record: Stored): Promise<unknown>;
	/** What words may be about, and what in them may say who somebody is. */
	look(words: string, usual: string | null): Promise<LookedAt>;
}

const quiet = { quiet: true };

export const onBoard: EventKeeper = {
	log: (values) => save('events.log', values as NewEvent, quiet),
	edit: (values) => save('events.edit', values as Event, quiet),
	addVoice: (values) => save('voices.add', values as NewVoice, quiet),
	editVoice: (values) => save('voices.edit', values as Voice, quiet),
	removeVoice: (record) => save('voices.remove', record, { said: 'Voice taken back' }),
	addClaim: (values) => save('events.check_claim', values as NewRealityCheck, quiet),
	editClaim: (values) => save('events.edit_claim', values as RealityCheck, quiet),
	removeClaim: (record) => save('events.remove_claim', record, { said: 'Claim taken back' }),
	look: (words, usual) => call('voices.look', { words, usual })
};
