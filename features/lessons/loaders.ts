import "server-only";
import { cache } from "react";
import { listErrataOf } from "@/features/errata/queries";
import { correctionLines, type CorrectionLine } from "@/features/errata/view";
import { filmItem, type FilmItem } from "@/features/films/view";
import {
  findLibraryLesson,
  getLibraryCourses,
  getLibraryLessons,
  listFilmsOfLesson,
  listRecallVersions,
} from "@/features/library/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import { courseViews, lessonCard, lessonView, type CourseView, type LessonCard, type LessonView } from "./view";

/** The courses in their order, with the lessons that are not taken down. */
export async function loadCourses(): Promise<CourseView[]> {
  const { documents } = await findTakenDown();
  return courseViews(
    getLibraryCourses(),
    getLibraryLessons().filter(({ id }) => !documents.has(id)),
  );
}

export type LessonPage =
  | {
      state: "shown";
      lesson: LessonView;
      corrections: CorrectionLine[];
      previous: LessonCard | null;
      next: LessonCard | null;
      films: FilmItem[];
    }
  | { state: "taken-down" };

/** One lesson; null when the files have none of that name. */
export const loadLesson = cache(async (course: string, slug: string): Promise<LessonPage | null> => {
  const lesson = findLibraryLesson(course, slug);
  if (lesson === null) return null;
  const { documents, questions } = await findTakenDown();
  if (documents.has(lesson.id)) return { state: "taken-down" };
  const all = getLibraryLessons().filter(({ id }) => !documents.has(id));
  const at = all.findIndex(({ id }) => id === lesson.id);
  const [previous, next] = [all[at - 1], all[at + 1]];
  const courseTitle = getLibraryCourses().find((item) => item.slug === course)?.front.title ?? "";
  const recall = listRecallVersions(lesson).filter(({ questionId }) => !questions.has(questionId));
  return {
    state: "shown",
    lesson: lessonView(lesson, courseTitle, recall),
    corrections: correctionLines(await listErrataOf(lesson.id)),
    previous: previous ? lessonCard(previous) : null,
    next: next ? lessonCard(next) : null,
    films: listFilmsOfLesson(lesson.id)
      .filter(({ id }) => !documents.has(id))
      .map(filmItem),
  };
});

/** Names of all lessons, for building their pages. */
export function loadLessonNames(): { course: string; slug: string }[] {
  return getLibraryLessons().map(({ course, slug }) => ({ course, slug }));
}
