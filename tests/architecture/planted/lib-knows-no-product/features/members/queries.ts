export const findMember = () => null;
