import type { Answers } from '../fake';
import type { AssessmentsPage, AssessmentView } from '../generated/types';

export const view: AssessmentView = {
	assessment: {
		id: 'as2', version: 3, on: '2026-11-10', observed_id: 'm3', observed_by: 'the chair of the board next door',
		observation: 'Children spoke first and stayed for the answers.', actions: ['ac1', 'ac2'],
		modules: [
			{
				title: 'Voice',
				statements: [
					{ statement: 'Every voice has an answer, even when the answer is no.', score: 'true', evidence: '' },
					{ statement: 'Children of every group are heard in every half-term.', score: 'begun', evidence: 'Nobody has heard the under fives.' }
				]
			},
			{ title: 'Partners', statements: [{ statement: 'Partners do what they said.', score: null, evidence: '' }] }
		]
	},
	judged: 2, statements: 3, unshown: 1, last_on: '2025-11-08', look_again: '2027-05-10',
	changes: [['better', 'same'], [null]],
	meetings: [{ id: 'm3', date: '2026-09-24', title: '' }, { id: 'm2', date: '2026-06-18', title: 'Being healthy' }],
	actions: [
		{ id: 'ac1', reference: 'A26-014', words: 'Ask Cabinet to stand as guarantor for first tenancies', state: 'open' },
		{ id: 'ac2', reference: 'A26-015', words: '', state: 'open' },
		{ id: 'ac3', reference: 'A26-016', words: 'Put the list of words on the inside of every agenda', state: 'done' }
	]
};

export const assessments: AssessmentsPage = {
	all: [{ id: 'as2', on: '2026-11-10', judged: 2, statements: 3 }, { id: 'as1', on: '2025-11-08', judged: 3, statements: 3 }],
	shown: view
};

export const answers: Answers = {
	'board.assessments': () => assessments
};
