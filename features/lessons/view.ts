import { parsePlainDate } from "@/domain/calendar/plain-date";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { LESSON_LEVELS } from "@/features/library/schema";
import type { Course, Lesson } from "@/features/library/types";
import { readingView, type ReadingView } from "@/features/library/view";

export type LessonCard = {
  href: string;
  number: number;
  title: string;
  subtitle: string | null;
  summary: string;
  level: string;
};
export type CourseView = { slug: string; title: string; summary: string; lessons: LessonCard[] };

export function lessonCard(lesson: Lesson): LessonCard {
  const { title, subtitle, summary, level } = lesson.front;
  return {
    href: `/${lesson.id}`,
    number: numberOf(lesson),
    title,
    subtitle: subtitle ?? null,
    summary,
    level: LESSON_LEVELS[level],
  };
}

const numberOf = (lesson: Lesson): number => Number(lesson.slug.slice(0, 2));

/** The courses with their lessons; a course without any is left out. */
export function courseViews(courses: readonly Course[], lessons: readonly Lesson[]): CourseView[] {
  return courses
    .map(({ slug, front }) => ({
      slug,
      title: front.title,
      summary: front.summary,
      lessons: lessons.filter((lesson) => lesson.course === slug).map(lessonCard),
    }))
    .filter((course) => course.lessons.length > 0);
}

/** A course as one person has come through it. */
export type OwnCourse = {
  slug: string;
  title: string;
  doneCount: number;
  lessons: (LessonCard & { isDone: boolean })[];
  /** The first lesson that is not done; null when all are. */
  next: LessonCard | null;
};

/** `answered`: ids of the lessons whose questions the person has answered. */
export function ownCourses(courses: readonly CourseView[], answered: ReadonlySet<string>): OwnCourse[] {
  return courses.map(({ slug, title, lessons }) => {
    const own = lessons.map((lesson) => ({ ...lesson, isDone: answered.has(lesson.href.slice(1)) }));
    const doneCount = own.filter(({ isDone }) => isDone).length;
    return { slug, title, doneCount, lessons: own, next: own.find(({ isDone }) => !isDone) ?? null };
  });
}

/** A line of the timeline: what stands large (1月15日, or the year alone) and, when it is new, the year below it. */
export type TimelineView = {
  date: string;
  main: string;
  year: string | null;
  text: string;
  note: string | null;
  isHere: boolean;
};

function timelineView(lesson: Lesson): TimelineView[] {
  return lesson.front.timeline.map(({ date, text, note, here }, index, all) => {
    const plain = parsePlainDate(date);
    const year = `${Number(date.slice(0, 4))}年`;
    const isNewYear = all[index - 1]?.date.slice(0, 4) !== date.slice(0, 4);
    const base = { date, text, note: note ?? null, isHere: here === true };
    if (plain?.precision === "day")
      return { ...base, main: `${plain.month}月${plain.day}日`, year: isNewYear ? year : null };
    if (plain?.precision === "month") return { ...base, main: `${plain.month}月`, year: isNewYear ? year : null };
    return { ...base, main: year, year: null };
  });
}

export type LessonView = ReadingView & {
  subtitle: string | null;
  level: string;
  course: string;
  number: number;
  timeline: TimelineView[];
  terms: { term: string; text: string }[];
  discuss: string[];
};

export function lessonView(lesson: Lesson, course: string, recall: readonly QuestionVersionData[]): LessonView {
  const { subtitle, level, terms, discuss } = lesson.front;
  return {
    ...readingView(lesson, recall),
    subtitle: subtitle ?? null,
    level: LESSON_LEVELS[level],
    course,
    number: numberOf(lesson),
    timeline: timelineView(lesson),
    terms,
    discuss,
  };
}
