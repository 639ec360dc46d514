export const load = ({ params, url }: { params: { id: string }; url: URL }) => ({
	meeting: params.id,
	/** The meeting at which one came to approve these minutes. */
	at: url.searchParams.get('at')
});
