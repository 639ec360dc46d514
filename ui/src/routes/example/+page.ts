import { error } from '@sveltejs/kit';

// Every control on one page, for whoever builds screens; it is no part of the built app.
export const load = async () => {
	if (import.meta.env.MODE === 'fake') {
		return { Example: (await import('$lib/components/example/Example.svelte')).default };
	}
	error(404);
};
