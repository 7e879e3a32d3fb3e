export const gate = () => null;
