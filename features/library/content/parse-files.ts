import { parse as parseYaml, YAMLParseError } from "yaml";
import { z } from "zod";
import {
  awaitingSchema,
  courseSchema,
  entryFrontSchema,
  leafletFrontSchema,
  lessonFrontSchema,
  questionSchema,
  sitesSchema,
  topicsSchema,
} from "../schema";
import { AWAITING } from "../constants";
import type { ContentFile, Course, Entry, Fault, Leaflet, Lesson, Library, LibraryQuestion } from "../types";

/** What could be read, and what could not. A document with a fault in its form is left out of the library. */
export type Parsed = { library: Library; faults: Fault[] };

const FRONT = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const ENTRY = /^daily\/((0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))\.md$/;
const LESSON = /^lessons\/([a-z0-9]+(?:-[a-z0-9]+)*)\/(\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const LEAFLET = /^leaflets\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const COURSE = /^lessons\/([a-z0-9]+(?:-[a-z0-9]+)*)\/course\.yaml$/;
const QUESTIONS = /^questions\/[a-z0-9-]+\.yaml$/;

const chinese = z.locales.zhCN().localeError;

/** A document or list of the form of `schema`, or the faults of its form. */
function readForm<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
  place = "",
): { data: z.output<Schema> } | { faults: Fault[] } {
  const result = schema.safeParse(value, { error: chinese });
  if (result.success) return { data: result.data };
  return {
    faults: result.error.issues.map((issue) => ({
      file,
      place: [place, placeOf(issue.path)].filter(Boolean).join("，") || "整个文件",
      what: issue.code === "unrecognized_keys" ? `有不认识的键：${issue.keys.join("、")}` : issue.message,
      fix:
        issue.code === "unrecognized_keys"
          ? "检查拼写，或去掉它；能用的键见content/README.md"
          : "照content/README.md的格式改",
    })),
  };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function readYaml(text: string, file: string): { value: unknown } | { faults: Fault[] } {
  try {
    return { value: parseYaml(text) };
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const place = line === undefined ? "整个文件" : `YAML第${line}行`;
    const what = `YAML读不懂：${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
    return { faults: [{ file, place, what, fix: "检查缩进、冒号后的空格和引号是否成对" }] };
  }
}

/** A YAML file of one form; without a readable form, `otherwise` and the faults. */
function readAll<Schema extends z.ZodType>(
  schema: Schema,
  file: ContentFile | undefined,
  name: string,
  otherwise: z.output<Schema>,
  faults: Fault[],
): z.output<Schema> {
  if (file === undefined) {
    faults.push({ file: name, place: "整个文件", what: "没有这个文件", fix: "它列出固定的词表，不能缺" });
    return otherwise;
  }
  const yaml = readYaml(file.text, file.path);
  const form = "value" in yaml ? readForm(schema, yaml.value, file.path) : yaml;
  if ("data" in form) return form.data;
  faults.push(...form.faults);
  return otherwise;
}

type Front<Schema extends z.ZodType> = { front: z.output<Schema>; markdown: string } | { faults: Fault[] };

function readFront<Schema extends z.ZodType>(schema: Schema, { path, text }: ContentFile): Front<Schema> {
  const found = FRONT.exec(text);
  if (found === null) {
    return {
      faults: [
        {
          file: path,
          place: "开头",
          what: "没有找到用---隔开的文前资料",
          fix: "第一行写---，资料之后再写一行---，然后是正文",
        },
      ],
    };
  }
  const yaml = readYaml(found[1] ?? "", path);
  if ("faults" in yaml) return yaml;
  const form = readForm(schema, yaml.value, path, "文前资料");
  return "faults" in form ? form : { front: form.data, markdown: (found[2] ?? "").trim() };
}

type Collected = {
  entries: Entry[];
  courses: Course[];
  lessons: Lesson[];
  leaflets: Leaflet[];
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
  else if (!["topics.yaml", "sources.yaml", AWAITING].includes(file.path)) {
    into.faults.push({
      file: file.path,
      place: "文件名",
      what: "不是这里该有的文件",
      fix: "天天谈写daily/MM-DD.md，课程写lessons/<课程>/<nn-slug>.md和course.yaml，折页写leaflets/<slug>.md，题目写questions/<name>.yaml",
    });
  }
}

/** Reads the form of all files at once, from disk or made up in a test. Faults of every file are reported together. */
export function parseFiles(files: readonly ContentFile[]): Parsed {
  const into: Collected = { entries: [], courses: [], lessons: [], leaflets: [], questions: [], faults: [] };
  for (const file of files) collect(file, into);
  const named = (name: string) => files.find((file) => file.path === name);
  const topics = readAll(topicsSchema, named("topics.yaml"), "topics.yaml", {}, into.faults);
  const sites = readAll(sitesSchema, named("sources.yaml"), "sources.yaml", [], into.faults);
  const waiting = named(AWAITING);
  const awaiting = waiting ? readAll(awaitingSchema, waiting, AWAITING, [], into.faults) : [];
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const order = new Map(into.courses.map((course) => [course.slug, course.front.order]));
  const { entries, courses, lessons, leaflets, questions, faults } = into;
  return {
    library: {
      entries: entries.sort(byId),
      courses: courses.sort((a, b) => a.front.order - b.front.order),
      lessons: lessons.sort((a, b) => (order.get(a.course) ?? 99) - (order.get(b.course) ?? 99) || byId(a, b)),
      leaflets: leaflets.sort((a, b) => a.front.order - b.front.order || byId(a, b)),
      questions,
      topics,
      sites,
      awaiting,
    },
    faults,
  };
}
