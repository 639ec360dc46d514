export const load = ({ params, url }: { params: { id: string }; url: URL }) => ({
	meeting: params.id,
	item: url.searchParams.get('item')
});
