import { expect, test } from 'vitest';
import * as wording from './wording';

test('dates are worded in full, without a comma', () => {
	expect(wording.longDate('2026-12-03')).toBe('Thursday 3 December 2026');
	expect(wording.dayAndDate('2026-11-25')).toBe('Wednesday 25 November');
	expect(wording.mediumDate('2026-12-03T17:30:00Z')).toBe('3 December 2026');
	expect(wording.shortDate('2026-12-03')).toBe('3 December');
	expect(wording.tinyDate('2026-09-01')).toBe('1 Sep');
});

test('times have twelve hours and no seconds', () => {
	expect(wording.time('17:30:00')).toBe('5:30pm');
	expect(wording.time('10:00')).toBe('10am');
	expect(wording.time('00:05')).toBe('12:05am');
	expect(wording.time('12:15')).toBe('12:15pm');
});

test('a moment is told in the time of this place, summer time included', () => {
	expect(wording.timeOf('2026-07-01T12:00:00Z')).toBe('1pm');
	expect(wording.timeOf('2026-12-01T12:00:00Z')).toBe('12pm');
	expect(wording.moment('2026-06-30T23:30:00Z')).toBe('1 July, 12:30am');
	expect(wording.isoDate(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
});

test('waiting is told in days, then in whole weeks', () => {
	expect([-1, 0, 1, 6, 7, 83].map(wording.waited)).toEqual(['today', 'today', '1 day', '6 days', '1 week', '11 weeks']);
	expect(wording.daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});

test('counts, lists and durations read as a person would say them', () => {
	expect(wording.plural(1, 'voice')).toBe('1 voice');
	expect(wording.plural(2345, 'child', 'children')).toBe('2,345 children');
	expect(wording.list(['apologies', 'interests', 'minutes'])).toBe('apologies, interests and minutes');
	expect(wording.list(['apologies'])).toBe('apologies');
	expect([45, 60, 65].map(wording.minutes)).toEqual(['45 minutes', '1 hour', '1 hour 5 minutes']);
	expect(wording.words('getting_there')).toBe('Getting there');
});
