import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		// Every path that is no file falls back to index.html: Tauri's custom protocol does so by itself.
		adapter: adapter({
			pages: process.env.PLEDGEBOARD_UI_OUT ?? 'build',
			fallback: 'index.html'
		}),
		version: { name: '0.1.0' }
	}
};
