import { z } from "zod";
import {
  courseSchema,
  drawnSchema,
  entryFrontSchema,
  leafletFrontSchema,
  lessonFrontSchema,
  questionSchema,
  sitesSchema,
  topicsSchema,
} from "../schema";
import { DRAWN_LIST } from "../constants";
import type { ContentFile, Course, Entry, Fault, Film, Leaflet, Lesson, Library, LibraryQuestion } from "../types";
import { parseFilms } from "./parse-films";
import { readAll, readForm, readFront, readYaml } from "./read-form";

/** What could be read, and what could not. A document with a fault in its form is left out of the library. */
export type Parsed = { library: Library; faults: Fault[] };

const ENTRY = /^daily\/((0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))\.md$/;
const LESSON = /^lessons\/([a-z0-9]+(?:-[a-z0-9]+)*)\/(\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const LEAFLET = /^leaflets\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const COURSE = /^lessons\/([a-z0-9]+(?:-[a-z0-9]+)*)\/course\.yaml$/;
const QUESTIONS = /^questions\/[a-z0-9-]+\.yaml$/;

type Collected = {
  entries: Entry[];
  courses: Course[];
  lessons: Lesson[];
  leaflets: Leaflet[];
  films: Film[];
  questions: LibraryQuestion[];
  faults: Fault[];
};

function collectEntry(file: ContentFile, monthDay: string, into: Collected): void {
  const read = readFront(entryFrontSchema, file);
  if ("faults" in read) into.faults.push(...read.faults);
  else into.entries.push({ kind: "entry", id: `daily/${monthDay}`, file: file.path, monthDay, ...read });
}

function collectLesson(file: ContentFile, course: string, slug: string, into: Collected): void {
  const read = readFront(lessonFrontSchema, file);
  if ("faults" in read) into.faults.push(...read.faults);
  else into.lessons.push({ kind: "lesson", id: `lessons/${course}/${slug}`, file: file.path, course, slug, ...read });
}

function collectLeaflet(file: ContentFile, slug: string, into: Collected): void {
  const read = readFront(leafletFrontSchema, file);
  if ("faults" in read) into.faults.push(...read.faults);
  else into.leaflets.push({ kind: "leaflet", id: `leaflets/${slug}`, file: file.path, slug, ...read });
}

function collectCourse(file: ContentFile, slug: string, into: Collected): void {
  const yaml = readYaml(file.text, file.path);
  const form = "value" in yaml ? readForm(courseSchema, yaml.value, file.path) : yaml;
  if ("faults" in form) into.faults.push(...form.faults);
  else into.courses.push({ slug, file: file.path, front: form.data });
}

function collectQuestions(file: ContentFile, into: Collected): void {
  const yaml = readYaml(file.text, file.path);
  if ("faults" in yaml) {
    into.faults.push(...yaml.faults);
    return;
  }
  if (!Array.isArray(yaml.value)) {
    into.faults.push({ file: file.path, place: "整个文件", what: "不是一个列表", fix: "每道题以“- id:”开头" });
    return;
  }
  for (const [index, value] of yaml.value.entries()) {
    const id = z.object({ id: z.string() }).safeParse(value);
    const form = readForm(questionSchema, value, file.path, id.success ? id.data.id : `第${index + 1}题`);
    if ("faults" in form) into.faults.push(...form.faults);
    else into.questions.push({ file: file.path, index, data: form.data });
  }
}

function collect(file: ContentFile, into: Collected): void {
  const entry = ENTRY.exec(file.path);
  const lesson = LESSON.exec(file.path);
  const leaflet = LEAFLET.exec(file.path);
  const course = COURSE.exec(file.path);
  if (entry?.[1]) collectEntry(file, entry[1], into);
  else if (lesson?.[1] && lesson[2]) collectLesson(file, lesson[1], lesson[2], into);
  else if (leaflet?.[1]) collectLeaflet(file, leaflet[1], into);
  else if (course?.[1]) collectCourse(file, course[1], into);
  else if (QUESTIONS.test(file.path)) collectQuestions(file, into);
  else if (!["topics.yaml", "sources.yaml"].includes(file.path)) {
    into.faults.push({
      file: file.path,
      place: "文件名",
      what: "不是这里该有的文件",
      fix: "天天谈写daily/MM-DD.md，课程写lessons/<课程>/<nn-slug>.md和course.yaml，折页写leaflets/<slug>.md，影片写films/<slug>.md，题目写questions/<name>.yaml",
    });
  }
}

/** Reads the form of all files at once, from disk or made up in a test. Faults of every file are reported together. */
export function parseFiles(files: readonly ContentFile[]): Parsed {
  const into: Collected = { entries: [], courses: [], lessons: [], leaflets: [], films: [], questions: [], faults: [] };
  for (const file of files.filter(({ path }) => !path.startsWith("films/"))) collect(file, into);
  parseFilms(files, into);
  const named = (name: string) => files.find((file) => file.path === name);
  const topics = readAll(topicsSchema, named("topics.yaml"), "topics.yaml", {}, into.faults);
  const sites = readAll(sitesSchema, named("sources.yaml"), "sources.yaml", [], into.faults);
  const drawings = named(DRAWN_LIST);
  const drawn = drawings ? readAll(drawnSchema, drawings, DRAWN_LIST, [], into.faults) : [];
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const order = new Map(into.courses.map((course) => [course.slug, course.front.order]));
  const { entries, courses, lessons, leaflets, films, questions, faults } = into;
  return {
    library: {
      entries: entries.sort(byId),
      courses: courses.sort((a, b) => a.front.order - b.front.order),
      lessons: lessons.sort((a, b) => (order.get(a.course) ?? 99) - (order.get(b.course) ?? 99) || byId(a, b)),
      leaflets: leaflets.sort((a, b) => a.front.order - b.front.order || byId(a, b)),
      films: films.sort((a, b) => a.front.order - b.front.order || byId(a, b)),
      drawn,
      questions,
      topics,
      sites,
    },
    faults,
  };
}
