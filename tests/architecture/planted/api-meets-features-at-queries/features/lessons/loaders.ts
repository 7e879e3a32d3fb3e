export const loadLesson = () => null;
