/**
 * A question as its author writes it, and what can be said about it before anybody has answered it.
 *
 * The rule: exactly one right option for a single choice, two or more (not all) for a multiple choice; a blank of the
 * stem is four underscores, with one group of accepted texts for each; the stem stands without its passage; choices
 * differ; nothing like 以上都对; an explanation says more than the answer. Source: content/README.md, 题目.
 *
 * Example: a single-choice question with two right options has one fault, in the field `options`.
 */
import { foldAnswer } from "@/domain/quizzes/fold";
import { writingFaults } from "@/domain/writing/habits";

type Common = { readonly stem: string; readonly explanation: string };
type WrittenOption = { readonly text: string; readonly right?: boolean | undefined };

export type WrittenQuestion = Common &
  (
    | { readonly type: "single" | "multiple"; readonly options: readonly WrittenOption[] }
    | { readonly type: "true-false"; readonly answer: boolean }
    | { readonly type: "fill"; readonly blanks: readonly (readonly string[])[] }
    | { readonly type: "ordering"; readonly items: readonly string[] }
    | { readonly type: "matching"; readonly pairs: readonly { readonly left: string; readonly right: string }[] }
  );

export type WrittenField = "stem" | "explanation" | "options" | "blanks" | "items" | "pairs";

export interface WrittenFault {
  readonly field: WrittenField;
  readonly what: string;
  readonly fix: string;
}

/** The texts that are right, each with every way to write it; a true statement is its own right text. */
export function rightTexts(question: WrittenQuestion): readonly (readonly string[])[] {
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

/** The field that holds the key, and every text a person chooses or moves. */
function choices(question: WrittenQuestion): { field: WrittenField; texts: readonly string[] } {
  switch (question.type) {
    case "single":
    case "multiple":
      return { field: "options", texts: question.options.map(({ text }) => text) };
    case "ordering":
      return { field: "items", texts: question.items };
    case "matching":
      return { field: "pairs", texts: question.pairs.flatMap(({ left, right }) => [left, right]) };
    case "fill":
      return { field: "blanks", texts: [] };
    case "true-false":
      return { field: "stem", texts: [] };
  }
}

/** Everything that can be found in the question alone, in the order of its fields; empty when nothing speaks against it. */
export function writtenFaults(question: WrittenQuestion): WrittenFault[] {
  return [...keyFaults(question), ...stemFaults(question), ...textFaults(question), ...habitFaults(question)];
}

function keyFaults(question: WrittenQuestion): WrittenFault[] {
  if (question.type !== "single" && question.type !== "multiple") return [];
  const fault = (what: string, fix: string): WrittenFault[] => [{ field: "options", what, fix }];
  const right = question.options.filter((option) => option.right).length;
  if (question.type === "single") {
    return right === 1 ? [] : fault(`单选题有${right}个正确选项`, "恰好标一个选项为正确");
  }
  if (right < 2) return fault(`多选题有${right}个正确选项`, "至少两个；只有一个就改成单选");
  return right < question.options.length ? [] : fault("多选题全部选项都对", "至少有一个不对的选项");
}

function stemFaults(question: WrittenQuestion): WrittenFault[] {
  const { stem, type } = question;
  const faults: WrittenFault[] = [];
  const add = (what: string, fix: string): void => void faults.push({ field: "stem", what, fix });
  const leaning = /本课|本文|上文|上述|文中|这篇/.exec(stem);
  if (leaning) add(`题干里有“${leaning[0]}”，离开原文就读不懂`, "写明是哪件事、哪次会");
  const blanks = stem.match(/_+/g) ?? [];
  if (blanks.some((blank) => blank.length !== 4)) add("空没有写成四条下划线", "每个空写____");
  const wanted = type === "fill" ? question.blanks.length : 0;
  if (blanks.length !== wanted) {
    add(`题干有${blanks.length}个空，答案有${wanted}组`, "一个空对一组写法；不是填空题不写____");
  }
  if (type === "ordering" && !/按.*(先后|顺序|早晚)/.test(stem)) add("题干没有说按什么排", "写明“按时间先后”");
  return faults;
}

function textFaults(question: WrittenQuestion): WrittenFault[] {
  const { field, texts } = choices(question);
  const faults: WrittenFault[] = [];
  const folded = texts.map(foldAnswer);
  if (new Set(folded).size < folded.length) faults.push({ field, what: "有两项写得一样", fix: "每一项都要不同" });
  if (texts.some((text) => /以上|都对|都不对|都是|皆是/.test(text) && text.length <= 8)) {
    faults.push({ field, what: "有“以上都对”一类的选项", fix: "换成一个具体的选项" });
  }
  const right = rightTexts(question);
  const said = foldAnswer(question.explanation);
  if (right.length === 1 && (right[0] ?? []).some((text) => foldAnswer(text) === said)) {
    faults.push({ field: "explanation", what: "解析只是重复了答案", fix: "用一两句话说明为什么" });
  }
  return faults;
}

function habitFaults(question: WrittenQuestion): WrittenFault[] {
  const { field, texts } = choices(question);
  const parts: [WrittenField, string][] = [
    ["stem", question.stem],
    ["explanation", question.explanation],
  ];
  return [...parts, ...texts.map((text): [WrittenField, string] => [field, text])].flatMap(([place, text]) =>
    writingFaults(text).map((fault) => ({ field: place, ...fault })),
  );
}
