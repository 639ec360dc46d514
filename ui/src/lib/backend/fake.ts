import { useTransport, type CommandName, type RequestOf, type ResponseOf } from './call';

/** Answers by command name; throw `{ code, message, field }` to refuse. */
export type Answers = {
	[N in CommandName]?: (request: RequestOf<N>) => ResponseOf<N> | Promise<ResponseOf<N>>;
};

export interface Asked {
	name: string;
	request: unknown;
}

/**
 * For component tests and the fake build: answers instead of the program. Returns the list of what
 * was asked, which grows as it is used.
 */
export function answerWith(answers: Answers): Asked[] {
	const asked: Asked[] = [];
	const byName = answers as Record<string, ((request: unknown) => unknown) | undefined>;
	useTransport(async (name, request) => {
		asked.push({ name, request });
		const answer = byName[name];
		if (!answer) throw { code: 'no_answer', message: `No answer was given for ${name}.` };
		return await answer(request);
	});
	return asked;
}
