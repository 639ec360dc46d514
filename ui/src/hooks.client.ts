import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { showLastAppearance } from '$lib/appearance';

export const init: ClientInit = async () => {
	showLastAppearance();
	if (import.meta.env.MODE === 'fake') (await import('$lib/backend/fakes')).startFake();
};

export const handleError: HandleClientError = ({ error, status }) => {
	if (status === 404) return { message: 'There is no such page.' };
	console.error(error);
	return {
		message:
			'This page stopped working. Everything that was saved is safe. Go back to Home, or close and open Pledgeboard.'
	};
};
