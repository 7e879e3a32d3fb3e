import { loadLesson } from "../features/lessons/loaders";

export const remind = () => loadLesson();
