export const finishLesson = () => null;
