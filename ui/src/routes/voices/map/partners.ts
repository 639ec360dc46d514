import type { ChannelLine, MapLine } from '$lib/backend';

/** The council itself, which runs what no partner does. */
const council = 'the council';

export const runBy = (partner: string): string => partner || council;

/** Whoever runs a channel that still hears children, the council first. */
export function partnersOf(channels: readonly ChannelLine[]): { value: string; label: string }[] {
	const names = [...new Set(channels.filter((line) => !line.ended).map(({ channel }) => runBy(channel.partner)))];
	names.sort((a, b) => Number(b === council) - Number(a === council) || a.localeCompare(b, 'en'));
	return names.map((name) => ({ value: name, label: name === council ? 'The council' : name }));
}

/** The lines with the channels of one partner, and the cohorts that those reach; all of them for none. */
export function linesOf(lines: readonly MapLine[], partner: string | null): MapLine[] {
	if (!partner) return [...lines];
	return lines
		.map((line) => ({ ...line, channels: line.channels.filter((channel) => runBy(channel.partner) === partner) }))
		.filter((line) => line.channels.length > 0);
}
