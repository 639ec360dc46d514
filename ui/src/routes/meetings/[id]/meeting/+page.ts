export const load = ({ params, url }: { params: { id: string }; url: URL }) => ({
	bare: true,
	meeting: params.id,
	projector: url.searchParams.has('projector')
});
