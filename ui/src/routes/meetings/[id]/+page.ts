export const load = ({ params }: { params: { id: string } }) => ({ meeting: params.id });
