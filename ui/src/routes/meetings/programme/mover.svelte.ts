import { tick } from 'svelte';
import { attempt, save, type ProgrammeView, type TopicLine } from '$lib/backend';

/** Moves topics between half-terms: by menu, by Alt and an arrow key, or by dragging. */
export class Mover {
	/** Heard by screen readers after a move. */
	said = $state('');
	/** While a topic is dragged: which, and the half-term under it ("" for none in particular, null while nowhere). */
	dragged: { id: string; over: string | null } | null = $state(null);
	#view: () => ProgrammeView;

	constructor(view: () => ProgrammeView) {
		this.#view = view;
	}

	/** Into a half-term, or out of all of them. */
	async to(line: TopicLine, halfTerm: string | null): Promise<void> {
		const { id, version, subject, half_term_id } = line.topic;
		if (line.stays || halfTerm === half_term_id) return;
		const where = this.#view().half_terms.find((term) => term.id === halfTerm)?.name;
		const done = await attempt(async () => {
			await save('programme.move_topic', { topic_id: id, version, half_term_id: halfTerm }, { said: where ? `Moved to ${where}` : 'Taken out of its half-term' });
			return true;
		});
		if (!done) return;
		this.said = `${subject} is ${where ? `now in ${where}` : 'not placed in a half-term now'}`;
		await tick();
		// A topic that changes its place loses the focus with it.
		setTimeout(() => {
			if (document.activeElement !== document.body) return;
			document.querySelector<HTMLElement>(`[data-topic="${CSS.escape(id)}"] .title`)?.focus();
		}, 80);
	}

	/** To the half-term before or after. */
	async by(line: TopicLine, steps: number): Promise<void> {
		const terms = this.#view().half_terms;
		const at = terms.findIndex((term) => term.id === line.topic.half_term_id);
		const next = at < 0 ? (steps > 0 ? terms[0] : undefined) : terms[at + steps];
		if (next) await this.to(line, next.id);
	}

	drag(event: PointerEvent, line: TopicLine): void {
		if (event.button !== 0 || line.stays) return;
		event.preventDefault();
		const handle = event.currentTarget as HTMLElement;
		handle.setPointerCapture(event.pointerId);
		this.dragged = { id: line.topic.id, over: null };
		const moved = (now: PointerEvent): void => {
			const place = document.elementsFromPoint(now.clientX, now.clientY).find((one) => one instanceof HTMLElement && one.dataset.term !== undefined);
			this.dragged = { id: line.topic.id, over: place instanceof HTMLElement ? (place.dataset.term ?? null) : null };
		};
		const done = (ended: PointerEvent): void => {
			handle.removeEventListener('pointermove', moved);
			const over = this.dragged?.over;
			this.dragged = null;
			if (ended.type === 'pointerup' && over !== undefined && over !== null) void this.to(line, over === '' ? null : over);
		};
		handle.addEventListener('pointermove', moved);
		handle.addEventListener('pointerup', done, { once: true });
		handle.addEventListener('pointercancel', done, { once: true });
	}
}
