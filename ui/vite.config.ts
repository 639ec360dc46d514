import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
	plugins: [sveltekit()],
	// The webviews we run in (WebKitGTK 2.44 and later, WebView2, Safari 17.5) know light-dark().
	build: { target: ['safari17.5', 'chrome123'], cssTarget: ['safari17.5', 'chrome123'] },
	server: { port: 5173, strictPort: true },
	// Component tests need Svelte's browser build.
	resolve: mode === 'test' ? { conditions: ['browser'] } : {},
	test: {
		environment: 'happy-dom',
		include: ['src/**/*.test.ts'],
		setupFiles: ['src/lib/testing/setup.ts'],
		testTimeout: 60_000,
		env: { TZ: 'Europe/London' }
	}
}));
