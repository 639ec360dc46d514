export const load = ({ params }: { params: { id: string } }) => ({ action: params.id });
