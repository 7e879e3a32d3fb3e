/**
 * What keeps a draft from being submitted.
 *
 * The rule: the lengths and counts of content/README.md, everything that `writtenFaults` finds, a topic, a period and a
 * difficulty, and a passage that says the figures of the answer: a passage of the library with its own sources, or one
 * typed with sources that may be cited and suffice. Source: content/README.md; docs/content.md, 本单位的题.
 *
 * Example: the answer 1935年 with a passage that does not say it has a fault in the field `passage`.
 */
import { writtenOf, type DraftContent } from "@/domain/quizzes/draft";
import type { QuestionSource } from "@/domain/quizzes/types";
import { rightTexts, writtenFaults, type WrittenField, type WrittenQuestion } from "@/domain/quizzes/written";
import { missingFigures } from "@/domain/writing/figures";
import { areEnough, siteOf, type Site } from "@/domain/writing/sites";

/** A field of the form with what is wrong there and how to mend it. */
export type DraftFault = {
  readonly field: WrittenField | "answer" | "topic" | "period" | "difficulty" | "anchor" | "passage" | "sources";
  readonly what: string;
  readonly fix: string;
};

/** What the library says for a draft's anchor; null when passage and sources are typed, or the anchor points nowhere. */
export type LibraryPassage = { readonly passage: string; readonly sources: readonly QuestionSource[] };

/** How long a text may be, as in content/README.md. */
const LIMITS = { stem: [6, 120], explanation: [8, 160] } as const;
const COUNTS = {
  single: { field: "options", what: "选项", low: 3, high: 5, length: 40 },
  multiple: { field: "options", what: "选项", low: 4, high: 6, length: 40 },
  "true-false": { field: "stem", what: "题干", low: 0, high: 0, length: 40 },
  fill: { field: "blanks", what: "空", low: 1, high: 4, length: 30 },
  ordering: { field: "items", what: "项", low: 3, high: 6, length: 40 },
  matching: { field: "pairs", what: "对", low: 3, high: 5, length: 30 },
} as const;

const lengthOf = (text: string): number => [...text].length;

type Bank = { readonly topics: Readonly<Record<string, string>>; readonly sites: readonly Site[] };

/** Everything that keeps a draft from being submitted, field by field; empty when it may be. */
export function draftFaults(draft: DraftContent, library: LibraryPassage | null, bank: Bank): DraftFault[] {
  const written = writtenOf(draft);
  return [
    ...lengthFaults(written),
    ...countFaults(written),
    ...(draft.type === "true-false" && draft.answer === "" ? [NO_ANSWER] : []),
    ...writtenFaults(written),
    ...choiceFaults(draft, bank),
    ...sourceFaults(draft, written, library, bank.sites),
  ];
}

const NO_ANSWER: DraftFault = { field: "answer", what: "没有选对还是错", fix: "选一个" };

function lengthFaults(written: WrittenQuestion): DraftFault[] {
  return (["stem", "explanation"] as const).flatMap((field): DraftFault[] => {
    const [low, high] = LIMITS[field];
    const length = lengthOf(written[field]);
    if (length >= low && length <= high) return [];
    return [{ field, what: `现在${length}个字`, fix: `写${low}到${high}个字` }];
  });
}

/** The texts of the key, one list for each item to count. */
function itemsOf(written: WrittenQuestion): readonly (readonly string[])[] {
  switch (written.type) {
    case "single":
    case "multiple":
      return written.options.map(({ text }) => [text]);
    case "fill":
      return written.blanks;
    case "ordering":
      return written.items.map((text) => [text]);
    case "matching":
      return written.pairs.map(({ left, right }) => [left, right]);
    case "true-false":
      return [];
  }
}

function countFaults(written: WrittenQuestion): DraftFault[] {
  const { field, what, low, high, length } = COUNTS[written.type];
  const items = itemsOf(written);
  const faults: DraftFault[] = [];
  if (items.length < low || items.length > high) {
    faults.push({ field, what: `现在${items.length}个${what}`, fix: `要${low}到${high}个` });
  }
  if (items.flat().some((text) => text === ""))
    faults.push({ field, what: `有一${what}只写了一边`, fix: "两边都写上" });
  const long = items.flat().find((text) => lengthOf(text) > length);
  if (long !== undefined) faults.push({ field, what: `“${long.slice(0, 12)}”太长`, fix: `每一处最多${length}个字` });
  return faults;
}

function choiceFaults({ topic, period, difficulty }: DraftContent, { topics }: Bank): DraftFault[] {
  const faults: DraftFault[] = [];
  if (!Object.hasOwn(topics, topic)) faults.push({ field: "topic", what: "没有选主题", fix: "选一个" });
  if (period === "") faults.push({ field: "period", what: "没有选时期", fix: "选一个" });
  if (difficulty === "") faults.push({ field: "difficulty", what: "没有选难度", fix: "选一个" });
  return faults;
}

function sourceFaults(
  draft: DraftContent,
  written: WrittenQuestion,
  library: LibraryPassage | null,
  sites: readonly Site[],
): DraftFault[] {
  if (draft.anchor !== "" && library === null) {
    return [{ field: "anchor", what: `学习库里没有${draft.anchor}`, fix: "重新选，或清空后自己写依据" }];
  }
  const passage = library?.passage ?? draft.passage.trim();
  const faults: DraftFault[] = library ? [] : typedSourceFaults(draft, sites);
  if (lengthOf(passage) < 8)
    faults.push({ field: "passage", what: "没有写依据的原文", fix: "抄下能回答这道题的一两句话" });
  for (const ways of rightTexts(written)) {
    const missing = ways.map((text) => missingFigures(text, passage)).sort((a, b) => a.length - b.length)[0] ?? [];
    if (missing.length === 0) continue;
    faults.push({ field: "passage", what: `答案里的${missing.join("、")}不在依据里`, fix: "补上讲到它的那一句" });
  }
  return faults;
}

function typedSourceFaults({ sources }: DraftContent, sites: readonly Site[]): DraftFault[] {
  const field = "sources";
  const faults: DraftFault[] = [];
  const urls: string[] = [];
  for (const { title, publisher, url } of sources) {
    if (title.trim() === "" || publisher.trim() === "") {
      faults.push({ field, what: "出处没有写全", fix: "标题和发布单位都写上" });
    }
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      faults.push({ field, what: `“${url.slice(0, 40)}”不是网址`, fix: "从浏览器地址栏复制，http开头" });
    } else if (siteOf(sites, url) === null) {
      faults.push({
        field,
        what: `${new URL(url).hostname}不在可以引用的站点里`,
        fix: "换成党政机关、中央和省级党报的页面",
      });
    } else {
      urls.push(url);
    }
  }
  if (faults.length === 0 && !areEnough(sites, urls)) {
    faults.push({ field, what: "出处不够", fix: "一处党政机关或中央媒体的页面，或两处不同站点的页面" });
  }
  return faults;
}
