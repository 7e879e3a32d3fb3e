import { loadLesson } from "./loaders";

export const findLesson = () => loadLesson();
