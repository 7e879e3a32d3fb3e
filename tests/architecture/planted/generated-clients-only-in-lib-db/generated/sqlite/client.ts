export type Lesson = { id: string };
