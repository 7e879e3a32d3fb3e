import { foldAnswer } from "@/domain/quizzes/fold";
import type { FileQuestion } from "../schema";
import type { Fault, Library, LibraryDocument, LibraryQuestion } from "../types";
import { areEnough } from "./check-sources";
import { checkWriting } from "./check-writing";
import { missingFigures } from "./figures";
import { outline } from "./outlines";

/** `lessons/…#id` or `daily/…#id` as document and passage; null when either does not exist. */
export function findPassage(library: Library, anchor: string): { document: LibraryDocument; passage: string } | null {
  const [id, name = ""] = anchor.split("#");
  const all: readonly LibraryDocument[] = [...library.entries, ...library.lessons];
  const document = all.find((each) => each.id === id);
  const passage = document && outline(document).passages.get(name);
  return document && passage !== undefined ? { document, passage } : null;
}

/** The texts that are right, as far as they can be looked for in the passage. */
function rightTexts(question: FileQuestion): readonly (readonly string[])[] {
  switch (question.type) {
    case "single":
    case "multiple":
      return question.options.filter(({ right }) => right).map(({ text }) => [text]);
    case "fill":
      return question.blanks;
    case "ordering":
      return question.items.map((text) => [text]);
    case "matching":
      return question.pairs.flatMap(({ left, right }) => [[left], [right]]);
    case "true-false":
      return question.answer ? [[question.stem]] : [];
  }
}

/** Every text a person chooses or moves. */
function choices(question: FileQuestion): readonly string[] {
  switch (question.type) {
    case "single":
    case "multiple":
      return question.options.map(({ text }) => text);
    case "ordering":
      return question.items;
    case "matching":
      return question.pairs.flatMap(({ left, right }) => [left, right]);
    case "fill":
    case "true-false":
      return [];
  }
}

/** One question by itself and beside the passage that answers it. */
export function checkQuestion({ file, data }: LibraryQuestion, library: Library): Fault[] {
  const at = (what: string, fix: string): Fault => ({ file, place: data.id, what, fix });
  const faults = [...checkKey(data, at), ...checkStem(data, at), ...checkTexts(data, at)];
  if (!(data.topic in library.topics)) faults.push(at(`没有“${data.topic}”这个主题`, "用topics.yaml里的键"));
  for (const text of [data.stem, data.explanation, ...choices(data)]) faults.push(...checkWriting(file, data.id, text));
  return [...faults, ...checkPassage(data, library, at)];
}

type At = (what: string, fix: string) => Fault;

function checkKey(question: FileQuestion, at: At): Fault[] {
  if (question.type !== "single" && question.type !== "multiple") return [];
  const right = question.options.filter((option) => option.right).length;
  if (question.type === "single") {
    return right === 1 ? [] : [at(`单选题有${right}个正确选项`, "恰好给一个选项写right: true")];
  }
  if (right < 2) return [at(`多选题有${right}个正确选项`, "至少两个；只有一个就改成单选")];
  return right < question.options.length ? [] : [at("多选题全部选项都对", "至少有一个不对的选项")];
}

function checkStem(question: FileQuestion, at: At): Fault[] {
  const { stem, type } = question;
  const faults: Fault[] = [];
  const leaning = /本课|本文|上文|上述|文中|这篇/.exec(stem);
  if (leaning) faults.push(at(`题干里有“${leaning[0]}”，离开原文就读不懂`, "写明是哪件事、哪次会"));
  const blanks = stem.match(/_+/g) ?? [];
  if (blanks.some((blank) => blank.length !== 4)) faults.push(at("空没有写成四条下划线", "每个空写____"));
  const wanted = type === "fill" ? question.blanks.length : 0;
  if (blanks.length !== wanted) faults.push(at(`题干有${blanks.length}个空，blanks有${wanted}组`, "一个空对一组写法；不是填空题不写____"));
  if (type === "ordering" && !/按.*(先后|顺序|早晚)/.test(stem)) faults.push(at("题干没有说按什么排", "写明“按时间先后”"));
  return faults;
}

function checkTexts(question: FileQuestion, at: At): Fault[] {
  const texts = choices(question).map(foldAnswer);
  const faults: Fault[] = [];
  if (new Set(texts).size < texts.length) faults.push(at("有两项写得一样", "每一项都要不同"));
  if (choices(question).some((text) => /以上|都对|都不对|都是|皆是/.test(text) && text.length <= 8)) {
    faults.push(at("有“以上都对”一类的选项", "换成一个具体的选项"));
  }
  const said = foldAnswer(question.explanation);
  if (rightTexts(question).length === 1 && (rightTexts(question)[0] ?? []).some((text) => foldAnswer(text) === said)) {
    faults.push(at("解析只是重复了答案", "用一两句话说明为什么"));
  }
  return faults;
}

function checkPassage(question: FileQuestion, library: Library, at: At): Fault[] {
  const found = findPassage(library, question.anchor);
  if (found === null) return [at(`锚点${question.anchor}不存在`, "改成那一篇里有的锚点")];
  const { document, passage } = found;
  const urls = question.cites.map((id) => document.front.sources.find((source) => source.id === id)?.url);
  const unknown = question.cites.filter((_id, index) => urls[index] === undefined);
  const faults: Fault[] = [];
  if (unknown.length > 0) faults.push(at(`出处${unknown.join("、")}不在${document.file}里`, "cites写那一篇sources里的编号"));
  else if (!areEnough(library.sites, urls.filter((url) => url !== undefined))) {
    faults.push(at("题目的出处不够：没有甲级，也没有两处不同站点的乙级", "cites里补上另一处"));
  }
  for (const variants of rightTexts(question)) {
    const best = variants.map((text) => missingFigures(text, passage)).sort((a, b) => a.length - b.length)[0] ?? [];
    if (best.length > 0) faults.push(at(`答案里的${best.join("、")}不在锚点那一段里`, "把锚点指到讲这个数的那一段，或把数写进那一段"));
  }
  return faults;
}
