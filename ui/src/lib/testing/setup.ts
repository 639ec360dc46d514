import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';
import { useTransport } from '$lib/backend/call';

afterEach(() => {
	cleanup();
	useTransport(null);
});
