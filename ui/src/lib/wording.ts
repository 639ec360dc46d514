/**
 * Dates, times and numbers in the app's plain English, as the program's documents word them too. Dates come as "2026-12-03", times as
 * "17:30" or "17:30:00", moments as ISO 8601 with a zone.
 */
const months = [
	'January', 'February', 'March', 'April', 'May', 'June',
	'July', 'August', 'September', 'October', 'November', 'December'
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const day = 24 * 60 * 60 * 1000;

function parts(iso: string): { year: number; month: string; date: number; weekday: string } {
	const at = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
	return {
		year: at.getUTCFullYear(),
		month: months[at.getUTCMonth()] ?? '',
		date: at.getUTCDate(),
		weekday: weekdays[at.getUTCDay()] ?? ''
	};
}

/** "Thursday 3 December 2026" */
export function longDate(iso: string): string {
	const { weekday, date, month, year } = parts(iso);
	return `${weekday} ${date} ${month} ${year}`;
}

/** "Thursday 3 December": where the year is plain from the page. */
export function dayAndDate(iso: string): string {
	const { weekday, date, month } = parts(iso);
	return `${weekday} ${date} ${month}`;
}

/** "3 December 2026" */
export function mediumDate(iso: string): string {
	const { date, month, year } = parts(iso);
	return `${date} ${month} ${year}`;
}

/** "3 December" */
export function shortDate(iso: string): string {
	const { date, month } = parts(iso);
	return `${date} ${month}`;
}

/** "12 Dec": for pills and narrow columns. */
export function tinyDate(iso: string): string {
	const { date, month } = parts(iso);
	return `${date} ${month.slice(0, 3)}`;
}

/** "5:30pm", "10am" */
export function time(clock: string): string {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
	return `${hours % 12 || 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** The clock time of a moment where this computer is: "2:02pm". */
export function timeOf(moment: Date | string | number): string {
	const at = new Date(moment);
	return time(`${at.getHours()}:${at.getMinutes()}`);
}

/** The date of a moment where this computer is, as "2026-12-03". */
export function isoDate(at: Date): string {
	return [at.getFullYear(), at.getMonth() + 1, at.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
}

/** "9 November, 2:02pm": for a moment in a history. */
export function moment(at: Date | string | number): string {
	return `${shortDate(isoDate(new Date(at)))}, ${timeOf(at)}`;
}

/** Whole days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
	return Math.round(
		(Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / day
	);
}

/** "today", "3 days", "1 week", "11 weeks": how long something has waited. Weeks are whole ones. */
export function waited(days: number): string {
	if (days <= 0) return 'today';
	return days < 7 ? plural(days, 'day') : plural(Math.floor(days / 7), 'week');
}

/** "1 voice", "2 voices", "3 people" */
export function plural(count: number, one: string, many = `${one}s`): string {
	return `${number(count)} ${count === 1 ? one : many}`;
}

/** "2,345" */
export function number(value: number): string {
	return value.toLocaleString('en-GB');
}

/** "1 hour 5 minutes" */
export function minutes(total: number): string {
	const hours = Math.floor(total / 60);
	const rest = total % 60;
	if (hours === 0) return plural(rest, 'minute');
	return rest === 0 ? plural(hours, 'hour') : `${plural(hours, 'hour')} ${plural(rest, 'minute')}`;
}

/** "a, b and c" */
export function list(words: readonly string[]): string {
	if (words.length < 2) return words[0] ?? '';
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "getting_there" → "Getting there": for the program's own words that need no other. */
export function words(key: string): string {
	const text = key.replaceAll('_', ' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Good afternoon" */
export function greeting(at: Date): string {
	const hour = at.getHours();
	if (hour < 12) return 'Good morning';
	return hour < 18 ? 'Good afternoon' : 'Good evening';
}
