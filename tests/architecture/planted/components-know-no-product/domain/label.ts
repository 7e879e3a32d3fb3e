export const label = "";
