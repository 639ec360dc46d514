export const load = ({ url }: { url: URL }) => ({
	year: url.searchParams.has('year') ? Number(url.searchParams.get('year')) : null,
	/** The topic to open at once: search leads here. */
	topic: url.searchParams.get('topic')
});
