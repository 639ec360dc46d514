import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';
import { useTransport } from '$lib/backend/call';

// A machine that is busy with other things is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
	cleanup();
	useTransport(null);
});
