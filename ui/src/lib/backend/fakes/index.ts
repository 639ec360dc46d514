/** Answers for looking at screens without the program (`npm run build:fake`): each file of this folder exports `answers`. */
import { answerWith, type Answers } from '../fake';

const files = import.meta.glob<{ answers: Answers }>('./*.answers.ts', { eager: true });

export function startFake(): void {
	answerWith(Object.assign({}, ...Object.values(files).map((file) => file.answers)));
}
