import "server-only";

export const findLesson = () => null;
