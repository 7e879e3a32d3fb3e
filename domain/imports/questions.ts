import { emptyDraft, type DraftContent } from "@/domain/quizzes/draft";
import { draftFaults, type DraftFault } from "@/domain/quizzes/draft-faults";
import { foldAnswer } from "@/domain/quizzes/fold";
import {
  DIFFICULTIES,
  DIFFICULTY_LABELS,
  PERIOD_LABELS,
  PERIODS,
  QUESTION_TYPE_LABELS,
  QUESTION_TYPES,
} from "@/domain/quizzes/types";
import type { Difficulty, Period, QuestionType } from "@/domain/quizzes/types";
import type { Site } from "@/domain/writing/sites";
import { RowReader } from "./cells";
import { Doubles } from "./duplicates";
import type { FieldRule } from "./fields";
import type { ImportTable } from "./header";
import { rowResult } from "./result";
import type { RowResult, SheetRow } from "./types";

/**
 * Rows about questions of one's own. Each faultless row becomes a draft, which still needs a second person. Choices stand
 * in columns A to F: the options of a choice, the items of an ordering in their right order, the pairs of a matching as
 * 左=右. The answer is letters (B, ACD), 对 or 错, or the texts of the blanks apart by ；, ways to write one apart by /.
 *
 * Example: 题型 单选题, 选项A 遵义, 选项B 瑞金, 选项C 延安, 答案 A is a single choice whose first option is right.
 */
const LETTERS = ["A", "B", "C", "D", "E", "F"] as const;
type Letter = (typeof LETTERS)[number];

export type QuestionField =
  | "type"
  | "stem"
  | `option${Letter}`
  | "answer"
  | "explanation"
  | "topic"
  | "period"
  | "difficulty"
  | "passage"
  | "sourceTitle"
  | "sourcePublisher"
  | "sourceUrl";

const rule = (
  field: QuestionField,
  label: string,
  aliases: string[] = [],
  required = false,
): FieldRule<QuestionField> => ({
  ...{ field, label, aliases, required },
});

export const QUESTION_RULES: readonly FieldRule<QuestionField>[] = [
  rule("type", "题型", ["类型", "题目类型"], true),
  rule("stem", "题干", ["题目", "试题", "题目内容"], true),
  ...LETTERS.map((letter) => rule(`option${letter}`, `选项${letter}`, [letter, `${letter}选项`])),
  rule("answer", "答案", ["正确答案", "标准答案"]),
  rule("explanation", "解析", ["答案解析", "说明"], true),
  rule("topic", "主题", ["分类", "知识点"], true),
  rule("period", "时期", ["历史时期"], true),
  rule("difficulty", "难度", [], true),
  rule("passage", "依据原文", ["原文", "依据"], true),
  rule("sourceTitle", "出处标题", ["出处", "来源"]),
  rule("sourcePublisher", "发布单位", ["来源单位", "出处单位"]),
  rule("sourceUrl", "网址", ["链接", "出处网址"], true),
];

export interface QuestionLookups {
  /** key → what people read. */
  readonly topics: Readonly<Record<string, string>>;
  readonly sites: readonly Site[];
  /** Stems that are asked or being written already, folded: what they are, by stem. */
  readonly known: ReadonlyMap<string, string>;
}

export type QuestionRow = RowResult<QuestionField, DraftContent>;
type Reader = RowReader<QuestionField>;

/** The stem as doubles are found by it. */
export const stemKey = (stem: string): string => foldAnswer(stem).replaceAll(/[^\p{L}\p{N}]/gu, "");

function named<Key extends string>(
  text: string,
  words: Readonly<Record<Key, string>>,
  keys: readonly Key[],
): Key | null {
  return (
    keys.find((key) => words[key] === text || words[key] === `${text}题` || words[key].startsWith(`${text}时期`)) ??
    null
  );
}

/** A cell that holds one of a few words; a fault names them. */
function choice<Key extends string>(
  reader: Reader,
  field: QuestionField,
  words: Readonly<Record<Key, string>>,
  keys: readonly Key[],
): Key | null {
  const text = reader.read(field);
  if (text === "") {
    reader.missing(field);
    return null;
  }
  const found = named(text, words, keys);
  if (found === null) reader.fault(field, `没有“${text}”。`, `请写${keys.map((key) => words[key]).join("、")}之一。`);
  return found;
}

const optionsOf = (reader: Reader): string[] => LETTERS.map((letter) => reader.read(`option${letter}`));

function keyOf(reader: Reader, type: QuestionType): Partial<DraftContent> {
  const answer = reader.read("answer");
  const texts = optionsOf(reader);
  switch (type) {
    case "single":
    case "multiple": {
      const right = new Set(
        answer
          .normalize("NFKC")
          .toUpperCase()
          .replaceAll(/[^A-F]/g, ""),
      );
      if (right.size === 0) reader.fault("answer", "没有写哪一项正确。", "写选项的字母，例如B，多选写ACD。");
      return { options: texts.map((text, index) => ({ text, right: right.has(LETTERS[index] ?? "") })) };
    }
    case "true-false": {
      const truth = /^[对√是T]|^正确/iu.test(answer)
        ? "true"
        : /^[错×否XF]|^不对|^不正确/iu.test(answer)
          ? "false"
          : "";
      if (truth === "") reader.fault("answer", "没有写对还是错。", "写“对”或“错”。");
      return { answer: truth };
    }
    case "fill":
      return { blanks: answer.split(/[；;]/u) };
    case "ordering":
      return { items: texts };
    case "matching":
      return { pairs: texts.filter(Boolean).map(pairOf) };
  }
}

function pairOf(text: string): { left: string; right: string } {
  const [left = "", ...rest] = text.split(/[=＝]/u);
  return { left: left.trim(), right: rest.join("=").trim() };
}

/** Where a fault of the draft stands in the sheet. */
const FIELD_OF: Readonly<Record<DraftFault["field"], QuestionField>> = {
  ...{ stem: "stem", explanation: "explanation", options: "optionA", items: "optionA", pairs: "optionA" },
  ...{ blanks: "answer", answer: "answer", topic: "topic", period: "period", difficulty: "difficulty" },
  ...{ anchor: "passage", passage: "passage", sources: "sourceUrl" },
};

function draftOf(reader: Reader, { topics }: QuestionLookups): DraftContent | null {
  const topic = choice(reader, "topic", topics, Object.keys(topics));
  const period = choice<Period>(reader, "period", PERIOD_LABELS, PERIODS);
  const difficulty = choice<Difficulty>(reader, "difficulty", DIFFICULTY_LABELS, DIFFICULTIES);
  const type = choice<QuestionType>(reader, "type", QUESTION_TYPE_LABELS, QUESTION_TYPES);
  if (type === null) return null;
  return {
    ...{ ...emptyDraft(), ...keyOf(reader, type), type },
    ...{ stem: reader.read("stem"), explanation: reader.read("explanation"), passage: reader.read("passage") },
    ...{ topic: topic ?? "", period: period ?? "", difficulty: difficulty ?? "" },
    sources: [
      {
        ...{ title: reader.read("sourceTitle"), publisher: reader.read("sourcePublisher") },
        url: reader.read("sourceUrl"),
      },
    ],
  };
}

/** Gives a check for the rows of this table; making it looks at all rows once for doubles. */
export function questionChecker(
  table: ImportTable<QuestionField>,
  lookups: QuestionLookups,
): (row: SheetRow) => QuestionRow {
  const doubles = new Doubles();
  for (const row of table.rows)
    doubles.add(stemKey(new RowReader(row, table.columns, QUESTION_RULES).read("stem")), row.number);
  return (row) => {
    const reader: Reader = new RowReader(row, table.columns, QUESTION_RULES);
    const draft = draftOf(reader, lookups);
    const key = stemKey(draft?.stem ?? "");
    const others = doubles.others(key, row.number);
    if (others !== null) reader.fault("stem", `题干和${others}相同。`, "留一道，或换一个问法。");
    for (const { field, what, fix } of draft ? draftFaults(draft, null, lookups) : []) {
      if (!reader.isFaulty(FIELD_OF[field])) reader.fault(FIELD_OF[field], `${what}。`, `${fix}。`);
    }
    const existingId = lookups.known.get(key) ?? null;
    return rowResult(reader, { key: key === "" ? null : key, existingId, values: draft, changes: [] });
  };
}
