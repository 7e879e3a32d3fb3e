import { title } from "../../app/title";

export const view = () => title;
