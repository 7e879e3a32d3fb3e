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
import { gateMember } from "@/features/access/gates/page";
import { listAnsweredLessons } from "@/features/recalls/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import {
  courseViews,
  lessonCard,
  lessonView,
  ownCourses,
  type CourseView,
  type LessonCard,
  type LessonView,
  type OwnCourse,
} from "./view";

/** The courses in their order, with the lessons that are not taken down. */
export async function loadCourses(): Promise<CourseView[]> {
  const { documents } = await findTakenDown();
  return courseViews(
    getLibraryCourses(),
    getLibraryLessons().filter(({ id }) => !documents.has(id)),
  );
}

/** 学到哪里: the courses as the person has come through them. */
export async function loadOwnCourses(): Promise<OwnCourse[]> {
  const { own } = await gateMember("/me/courses");
  const [courses, answered] = await Promise.all([loadCourses(), listAnsweredLessons(own)]);
  return ownCourses(courses, answered);
}

/** Where a lesson stands among those of its course that are shown, from 1. */
export type LessonPlace = { number: number; count: number };

export type LessonPage =
  | {
      state: "shown";
      lesson: LessonView;
      place: LessonPlace;
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
  const ofCourse = all.filter((item) => item.course === course);
  const [previous, next] = [all[at - 1], all[at + 1]];
  const courseTitle = getLibraryCourses().find((item) => item.slug === course)?.front.title ?? "";
  const recall = listRecallVersions(lesson).filter(({ questionId }) => !questions.has(questionId));
  return {
    state: "shown",
    lesson: lessonView(lesson, courseTitle, recall),
    place: placeOf(lesson.id, ofCourse),
    corrections: correctionLines(await listErrataOf(lesson.id)),
    previous: previous ? lessonCard(previous) : null,
    next: next ? lessonCard(next) : null,
    films: listFilmsOfLesson(lesson.id)
      .filter(({ id }) => !documents.has(id))
      .map(filmItem),
  };
});

const placeOf = (id: string, lessons: readonly { id: string }[]): LessonPlace => ({
  number: lessons.findIndex((lesson) => lesson.id === id) + 1,
  count: lessons.length,
});

/** Names of all lessons, for building their pages. */
export function loadLessonNames(): { course: string; slug: string }[] {
  return getLibraryLessons().map(({ course, slug }) => ({ course, slug }));
}
