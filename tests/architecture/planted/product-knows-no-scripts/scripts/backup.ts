export const backup = () => null;
