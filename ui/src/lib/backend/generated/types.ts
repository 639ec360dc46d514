/** Written by `cargo xtask bindings`. A small seed until the first run of it. */

export interface Session {
	board: { name: string; council: string } | null;
	person: { id: string; name: string; role: string } | null;
	counts: { meetings: number; voices: number; promises: number; actions: number };
}
