/** The lists of this area, and its map. */
export const voiceTabs = [
	{ href: '/voices', words: 'Voices' },
	{ href: '/events', words: 'Events' },
	{ href: '/voices/map', words: 'Voice map' }
] as const;
