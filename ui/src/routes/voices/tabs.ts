/** The two lists of this area. */
export const voiceTabs = [
	{ href: '/voices', words: 'Voices' },
	{ href: '/events', words: 'Events' }
] as const;
