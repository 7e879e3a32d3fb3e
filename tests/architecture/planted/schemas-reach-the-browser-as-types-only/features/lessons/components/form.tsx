import { input } from "../schema";

export const Form = () => input;
