/** Seconds since midnight of a time of day such as "17:30:00". */
export function secondOfDay(time: string): number {
	const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
	return hours * 3600 + minutes * 60 + Math.floor(seconds);
}

/** The time of day so many seconds after midnight; past midnight it begins again. */
export function clockTime(seconds: number): string {
	const minutes = Math.floor(seconds / 60) % (24 * 60);
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
}
