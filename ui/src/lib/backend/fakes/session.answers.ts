import type { Answers } from '../fake';

export const answers: Answers = {
	'session.show': () => ({
		board: { name: 'Anytown Corporate Parenting Board', council: 'Anytown Council' },
		person: { id: 'amina', name: 'Cllr Amina Yusuf', role: 'Chair' },
		counts: { meetings: 2, voices: 7, promises: 0, actions: 12 }
	}),
	'history.undo': () => ({ result: null, changed: ['*'], entry: null })
};
