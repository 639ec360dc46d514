export const load = ({ url }: { url: URL }) => ({
	year: url.searchParams.has('year') ? Number(url.searchParams.get('year')) : null
});
