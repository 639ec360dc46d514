export const load = () => ({ bare: true });
