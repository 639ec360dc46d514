import type { Evening } from '$lib/backend';
import { plural, time } from '$lib/wording';
import { clockTime, secondOfDay } from './time-of-day';

/** How the current item and the evening stand against the clock, in words. Counts on from what the program said. */
export class Pace {
	#evening: () => Evening;
	#told = 0;
	#now = $state(Date.now());

	constructor(evening: () => Evening) {
		this.#evening = evening;
		$effect(() => {
			void evening().elapsed;
			this.#told = Date.now();
			this.#now = Date.now();
		});
		$effect(() => {
			const timer = setInterval(() => (this.#now = Date.now()), 1000);
			return () => clearInterval(timer);
		});
	}

	/** Whole seconds that the current item has taken. */
	get #taken(): number {
		return (this.#evening().elapsed ?? 0) + Math.max(0, Math.floor((this.#now - this.#told) / 1000));
	}

	get #allotted(): number {
		const { items, meeting } = this.#evening();
		return (items.find(({ item }) => item.id === meeting.current_item_id)?.minutes ?? 0) * 60;
	}

	get over(): boolean {
		return this.#taken > this.#allotted;
	}

	/** "12 minutes left of 20", "3 minutes over". */
	get words(): string {
		const left = this.#allotted - this.#taken;
		if (this.#allotted === 0) return `${plural(Math.floor(this.#taken / 60), 'minute')} so far, no time was set`;
		if (left < 0) return `${left > -60 ? 'Less than a minute' : plural(Math.floor(-left / 60), 'minute')} over the ${plural(this.#allotted / 60, 'minute')} set`;
		return `${left < 60 ? 'Less than a minute' : plural(Math.floor(left / 60), 'minute')} left of ${this.#allotted / 60}`;
	}

	/** "Should end about 7:42pm, 12 minutes late." */
	get ends(): string {
		const { items, meeting, time: told } = this.#evening();
		const here = items.findIndex(({ item }) => item.id === meeting.current_item_id);
		const ahead = items.slice(here + 1).filter((it) => !it.deferred_to).reduce((sum, it) => sum + it.minutes, 0);
		const now = secondOfDay(told) + Math.max(0, (this.#now - this.#told) / 1000);
		const end = now + Math.max(0, this.#allotted - this.#taken) + ahead * 60;
		const words = `Should end about ${time(clockTime(end))}`;
		if (!meeting.ends) return words;
		const late = Math.floor(end / 60) - Math.floor(secondOfDay(meeting.ends) / 60);
		return late > 0 ? `${words}, ${plural(late, 'minute')} late` : words;
	}
}
