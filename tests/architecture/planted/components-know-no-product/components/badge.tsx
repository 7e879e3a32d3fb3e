import { label } from "../domain/label";

export const Badge = () => label;
