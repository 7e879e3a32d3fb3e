import { gone } from "./gone";

export const now = () => gone;
