import { DIFFICULTIES, PERIOD_LABELS, PERIODS, QUESTION_TYPE_LABELS, QUESTION_TYPES } from "@/domain/quizzes/types";
import { figuresIn } from "@/domain/writing/figures";
import { allDocuments } from "./all-documents";
import type { Library, LibraryDocument } from "../types";

/** What the library covers, as lines for a terminal: by period, decade, topic, type and difficulty, and how well it is proved. */
export function statsLines(library: Library): string[] {
  const { entries, courses, lessons, leaflets, films, questions, topics } = library;
  const documents = allDocuments(library);
  const themes = entries.filter(({ front }) => front.kind === "theme").length;
  const count = <Key extends string>(keys: readonly Key[], name: (key: Key) => string, of: (key: Key) => number[]) =>
    keys.map((key) => `  ${name(key)}：${of(key).join("／")}`);
  return [
    `天天谈${entries.length}条（其中专题${themes}条），课程${courses.length}门${lessons.length}课，折页${leaflets.length}张，影片${films.length}部，题目${questions.length}道。`,
    "",
    "时期：天天谈／课程／题目",
    ...count(
      PERIODS,
      (period) => PERIOD_LABELS[period],
      (period) => [
        entries.filter(({ front }) => front.period === period).length,
        lessons.filter(({ front }) => front.period === period).length,
        questions.filter(({ data }) => data.period === period).length,
      ],
    ),
    "",
    "年代：天天谈／课程",
    ...count(
      decadesOf(documents),
      (decade) => `${decade}年代`,
      (decade) => [
        entries.filter((entry) => decadeOf(entry) === decade).length,
        lessons.filter((lesson) => decadeOf(lesson) === decade).length,
      ],
    ),
    "",
    "主题：天天谈／课程／题目",
    ...count(
      Object.keys(topics),
      (topic) => topics[topic] ?? topic,
      (topic) => [
        entries.filter(({ front }) => front.topic === topic).length,
        lessons.filter(({ front }) => front.topic === topic).length,
        questions.filter(({ data }) => data.topic === topic).length,
      ],
    ),
    "",
    `题型：${DIFFICULTIES.join("／")}`,
    ...count(
      QUESTION_TYPES,
      (type) => QUESTION_TYPE_LABELS[type],
      (type) =>
        DIFFICULTIES.map(
          (level) => questions.filter(({ data }) => data.type === type && data.difficulty === level).length,
        ),
    ),
    "",
    ...proofLines(documents),
  ];
}

/** The decade a document is about, `193`0; null for a theme, a leaflet and a film. Of a lesson: of the line that is its own, else of its first. */
function decadeOf(document: LibraryDocument): string | null {
  if (document.kind === "entry") return document.front.kind === "theme" ? null : `${document.front.date.slice(0, 3)}0`;
  if (document.kind === "leaflet" || document.kind === "film") return null;
  const { timeline } = document.front;
  const own = timeline.find(({ here }) => here) ?? timeline[0];
  return own ? `${own.date.slice(0, 3)}0` : null;
}

function decadesOf(documents: readonly LibraryDocument[]): string[] {
  return [...new Set(documents.map(decadeOf))].filter((decade) => decade !== null).sort();
}

/** How well it is proved. That every text was looked at a second time is a rule of the check, and no figure to watch. */
function proofLines(documents: readonly LibraryDocument[]): string[] {
  const facts = documents.flatMap(({ front }) => front.facts);
  const figures = facts.filter(({ value }) => figuresIn(value).length > 0);
  const cited = facts.filter(({ source }) => Array.isArray(source) && source.length > 1);
  const pages = documents.flatMap(({ front: { sources, checked } }) => [
    ...sources,
    ...(checked.by === "second" ? checked.against : []),
  ]);
  const addresses = new Set(pages.map(({ url }) => url)).size;
  return [
    `事实${facts.length}条，其中日期和数字${figures.length}条，别的（姓名、题目、说法）${facts.length - figures.length}条；${cited.length}条标了两处以上出处。`,
    `出处和复核用的网页${addresses}个。`,
  ];
}
