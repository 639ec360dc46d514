/** Minutes since midnight of a moment, where this computer is. */
export function minuteOfDay(moment: number): number {
	const at = new Date(moment);
	return at.getHours() * 60 + at.getMinutes();
}
