import type { ContentFile, Fault, Library } from "../types";
import { DRAWN_LIST } from "../constants";
import { allDocuments } from "./all-documents";
import { checkBank } from "./check-bank";
import { checkDocument } from "./check-documents";
import { checkQuestion } from "./check-questions";
import { checkSources } from "./check-sources";
import { parseFiles } from "./parse-files";

/** Everything wrong in these files, all at once: their form first, then what content/README.md asks of their words. */
export function checkFiles(files: readonly ContentFile[]): { library: Library; faults: Fault[] } {
  const { library, faults } = parseFiles(files);
  const documents = allDocuments(library);
  const found = [
    ...faults,
    ...documents.flatMap((document) => [...checkSources(document, library), ...checkDocument(document, library)]),
    ...checkThemes(library),
    ...checkCourses(library),
    ...checkOrder(library.leaflets, "张折页"),
    ...checkOrder(library.films, "部影片"),
    ...checkDrawings(library),
    ...library.questions.flatMap((question) => checkQuestion(question, library)),
    ...checkBank(library),
  ];
  return { library, faults: found };
}

/** Days of the year that may have a theme instead of something that happened on them. */
const MOST_THEMES = 60;

function checkThemes({ entries }: Library): Fault[] {
  const themes = entries.filter(({ front }) => front.kind === "theme");
  return themes.slice(MOST_THEMES).map(({ file }) => ({
    ...{ file, place: "kind", what: `专题有${themes.length}条，最多${MOST_THEMES}条` },
    fix: "换成这一天发生的事或者这一天的人物",
  }));
}

function checkCourses({ courses, lessons }: Library): Fault[] {
  const known = new Set(courses.map(({ slug }) => slug));
  const faults: Fault[] = lessons
    .filter(({ course }) => !known.has(course))
    .map(({ file }) => ({
      file,
      place: "文件夹",
      what: "这门课没有course.yaml",
      fix: "写上title、summary、period、order",
    }));
  for (const [index, course] of courses.entries()) {
    if (courses.findIndex((other) => other.front.order === course.front.order) < index) {
      faults.push({ file: course.file, place: "order", what: "和另一门课的次序相同", fix: "每门课一个次序" });
    }
  }
  for (const [index, lesson] of lessons.entries()) {
    const number = lesson.slug.slice(0, 2);
    if (lessons.findIndex((other) => other.course === lesson.course && other.slug.slice(0, 2) === number) < index) {
      faults.push({ file: lesson.file, place: "文件名", what: `这门课有两个第${number}课`, fix: "换一个序号" });
    }
  }
  return faults;
}

function checkOrder(documents: readonly { file: string; front: { order: number } }[], one: string): Fault[] {
  return documents.flatMap(({ file, front }, index) =>
    documents.findIndex((other) => other.front.order === front.order) < index
      ? [{ file, place: "order", what: `和另一${one}的次序相同`, fix: `每${one}一个次序` }]
      : [],
  );
}

function checkDrawings({ drawn, films }: Library): Fault[] {
  return drawn
    .filter(({ film }) => !films.some(({ slug, front }) => slug === film && front.drawn))
    .map(({ film }) => ({
      ...{ file: DRAWN_LIST, place: film, what: "没有这样一部画出来的影片" },
      fix: "npm run films重新写这个文件",
    }));
}

/** The faults as lines for a terminal, file by file. */
export function describeFaults(faults: readonly Fault[]): string {
  const files = [...new Set(faults.map(({ file }) => file))];
  return files
    .map((file) => {
      const lines = faults
        .filter((fault) => fault.file === file)
        .map(({ place, what, fix }) => `  ${place}：${what}。改法：${fix}。`);
      return [`content/${file}`, ...lines].join("\n");
    })
    .join("\n\n");
}
