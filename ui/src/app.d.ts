declare global {
	namespace App {
		interface PageData {
			/** Shown without the navigation column: first run, meeting mode, print views. Set in a `+layout.ts` or `+page.ts`. */
			bare?: boolean;
		}
	}
}

export {};
