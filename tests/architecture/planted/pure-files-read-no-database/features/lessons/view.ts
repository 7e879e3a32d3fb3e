import { findLesson } from "./queries";

export const view = () => findLesson();
