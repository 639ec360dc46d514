import { invoke } from '@tauri-apps/api/core';
import type { Commands } from './generated/commands';

export type CommandName = keyof Commands;
export type RequestOf<N extends CommandName> = Commands[N]['request'];
export type ResponseOf<N extends CommandName> = Commands[N]['response'];

/** Carries one named request to the program and its answer back. */
export type Transport = (name: string, request: unknown) => Promise<unknown>;

const tauri: Transport = (name, request) => invoke('call', { name, request });
let transport: Transport = tauri;

/** For tests and the fake build: answers come from here until `null` gives the line back to Tauri. */
export function useTransport(other: Transport | null): void {
	transport = other ?? tauri;
}

/** The program said no, in one plain sentence, and changed nothing. */
export class Refused extends Error {
	override readonly name = 'Refused';

	constructor(
		/** Stable, for code to act on; never shown. */
		readonly code: string,
		message: string,
		/** The name of the field in the request that it is about, if any. */
		readonly field: string | null = null,
		/** With the code "stale": the record as it is on the board now. */
		readonly current: Record<string, unknown> | null = null
	) {
		super(message);
	}

	/** Whatever was thrown, as a refusal that can be shown. */
	static from(thrown: unknown): Refused {
		if (thrown instanceof Refused) return thrown;
		if (isRefusal(thrown)) return new Refused(thrown.code, thrown.message, thrown.field ?? null, thrown.current ?? null);
		console.error(thrown);
		return new Refused(
			'unexpected',
			'Something unexpected stopped this. Nothing was changed; try again, or close and open Pledgeboard.'
		);
	}
}

function isRefusal(
	thrown: unknown
): thrown is { code: string; message: string; field?: string | null; current?: Record<string, unknown> | null } {
	return (
		typeof thrown === 'object' &&
		thrown !== null &&
		!(thrown instanceof Error) &&
		'code' in thrown &&
		'message' in thrown &&
		typeof thrown.message === 'string'
	);
}

/** Asks the program for something by name. Throws `Refused`. */
export async function call<N extends CommandName>(
	name: N,
	request: RequestOf<N>
): Promise<ResponseOf<N>> {
	try {
		return (await transport(name, plain(request))) as ResponseOf<N>;
	} catch (thrown) {
		throw Refused.from(thrown);
	}
}

/** A request may hold Svelte's reactive proxies, which cannot be cloned on their way out. */
function plain(request: unknown): unknown {
	return request === undefined ? {} : JSON.parse(JSON.stringify(request));
}
