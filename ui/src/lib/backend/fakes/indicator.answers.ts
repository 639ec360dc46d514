import type { Answers } from '../fake';
import type { Indicator, IndicatorLine, IndicatorPage, IndicatorPoint, Indicators } from '../generated/types';

/** Two of Anytown's numbers: one that gets worse, one that is too small to publish. */
const written = <T>(result: T, ...changed: string[]) => ({ result, changed, entry: 'entry', can_undo: true });

export const indicator: Indicator = {
	id: 'i1', version: 1, name: 'Three or more homes in the year', plain_text: 'You moved home three times or more in a year', definition: 'Children who had three or more placements',
	denominator: 'All children in care on 31 March', ages: '', unit: '%', counts: true, better: 'lower', target: 8, source: 'SSDA903', theme_id: 'home', position: 1, retired_on: null
};

const point = (id: string, on: string, period: string, value: number): IndicatorPoint => ({ id, version: 1, indicator_id: 'i1', on, period, value, of: 212, like_us: 10, england: 10, all_children: null, why: value > 10 ? 'Four foster families retired.' : '' });

const line: IndicatorLine = {
	id: 'i1', name: indicator.name, theme: 'A home that stays', unit: '%', retired: false, latest: '11%', published: '11%', period: '2025/26', on: '2026-03-31', target: '8%', target_value: 8,
	aim: 'no_nearer', way: 'worse', trend: 'worse than last year', points: [{ on: '2025-03-31', value: 9, of: 212 }, { on: '2026-03-31', value: 11, of: 212 }], watched_by: 2
};

export const list: Indicators = {
	lines: [line, { ...line, id: 'i2', name: 'Children with an independent visitor', unit: 'children', latest: '4 children', published: 'c', target: null, target_value: null, aim: null, way: null, trend: null, points: [{ on: '2026-03-31', value: 4, of: null }], watched_by: 0 }],
	usual: [{ key: 'sdq', name: 'Average SDQ score', definition: 'The average of the questionnaires that carers filled in' }, { key: 'reviews', name: 'Reviews held on time', definition: 'Children all of whose reviews were on time' }],
	themes: [{ value: 'home', label: 'A home that stays' }]
};

export const onePage: IndicatorPage = {
	indicator, theme: 'A home that stays',
	points: [
		{ point: point('n2', '2026-03-31', '2025/26', 11), words: '11%', published: '11%' },
		{ point: point('n1', '2025-03-31', '2024/25', 9), words: '9%', published: '9%' }
	],
	aim: 'no_nearer', way: 'worse', trend_sentence: 'Worse than last year.',
	watched_by: [{ id: 'p2', number: 2, title: 'A home that stays', says: 'moved three or more times', strategy: 'Our promises to you' }],
	themes: list.themes
};

export const answers: Answers = {
	'indicators.list': () => list,
	'indicators.show': () => onePage,
	'indicators.add': (request) => written({ ...indicator, ...request, id: 'i9' }, 'indicator'),
	'indicators.edit': (request) => written({ ...request, version: request.version + 1 }, 'indicator'),
	'indicators.add_usual': ({ keys }) => written(keys.length, 'indicator'),
	'indicators.enter': (request) => written({ ...request, id: 'n9', version: 1 }, 'indicator_point'),
	'indicators.edit_point': (request) => written({ ...request, version: request.version + 1 }, 'indicator_point')
};
