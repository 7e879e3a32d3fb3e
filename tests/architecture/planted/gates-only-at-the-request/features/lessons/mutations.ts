import { gate } from "../access/gates";

export const finishLesson = () => gate();
