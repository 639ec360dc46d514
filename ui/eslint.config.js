import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', 'build-fake/', '.svelte-kit/', 'src/lib/backend/generated/'] },
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: globals.browser },
		rules: {
			'no-undef': 'off', // TypeScript knows better
			// Our links are plain paths: the app is always served from the root.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-useless-mustaches': 'off', // {' '} keeps a space that the compiler would trim
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ group: ['@tauri-apps/*'], message: 'Only lib/backend speaks to the shell: use $lib/backend.' }
					]
				}
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{ files: ['src/lib/backend/**'], rules: { 'no-restricted-imports': 'off' } },
	{ files: ['*.config.{js,ts}'], languageOptions: { globals: globals.node } }
);
