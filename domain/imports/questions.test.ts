import { describe, expect, it } from "vitest";
import { questionChecker, QUESTION_RULES, stemKey, type QuestionField, type QuestionLookups } from "./questions";
import type { ImportTable } from "./header";
import type { SheetRow } from "./types";

const LOOKUPS: QuestionLookups = {
  topics: { meetings: "重要会议" },
  sites: [{ tier: "A", name: "共产党员网", hosts: ["12371.cn", ".12371.cn"] }],
  known: new Map(),
};

const GOOD: Readonly<Partial<Record<QuestionField, string>>> = {
  type: "单选题",
  stem: "1935年1月，中共中央政治局扩大会议在哪座城市召开？",
  ...{ optionA: "遵义", optionB: "瑞金", optionC: "延安", answer: "A" },
  explanation: "会议在贵州省的这座城市召开，史称遵义会议。",
  ...{ topic: "重要会议", period: "新民主主义革命时期", difficulty: "易" },
  passage: "1935年1月15日至17日，中共中央政治局在遵义召开扩大会议。",
  ...{ sourceTitle: "遵义会议", sourcePublisher: "共产党员网", sourceUrl: "https://www.12371.cn/a.shtml" },
};

const COLUMNS = Object.fromEntries(QUESTION_RULES.map(({ field }, index) => [field, String.fromCharCode(65 + index)]));

function tableOf(lines: readonly Partial<Record<QuestionField, string>>[]): ImportTable<QuestionField> {
  const rows = lines.map((line, index): SheetRow => ({
    ...{ number: index + 2, hidden: false },
    cells: Object.entries(line).map(([field, text]) => ({ column: COLUMNS[field] ?? "", text, kind: "text" as const })),
  }));
  return {
    sheet: "题",
    date1904: false,
    headerRow: 1,
    columns: COLUMNS,
    heads: {},
    unknown: [],
    rows,
    skipped: [],
    faults: [],
  };
}

function judge(over: Partial<Record<QuestionField, string>>, lookups = LOOKUPS) {
  const table = tableOf([{ ...GOOD, ...over }]);
  return questionChecker(table, lookups)(table.rows[0] as SheetRow);
}

describe("a row about a question", () => {
  it("becomes a draft with its key", () => {
    const row = judge({});
    expect(row).toMatchObject({ state: "new", faults: [] });
    expect(row.values?.options.filter(({ right }) => right)).toEqual([{ text: "遵义", right: true }]);
  });
  it.each<[string, Partial<Record<QuestionField, string>>, unknown]>([
    ["单选 is 单选题, ｂ is B", { type: "单选", answer: "ｂ" }, { type: "single" }],
    ["判断题 takes 对 and 错", { type: "判断题", stem: "遵义会议在1935年召开。", answer: "对" }, { answer: "true" }],
    [
      "blanks apart by ；, ways by /",
      { type: "填空题", stem: "____年，会议在____召开。", answer: "1935/一九三五；遵义" },
      { blanks: ["1935/一九三五", "遵义"] },
    ],
    [
      "an ordering in its right order",
      {
        type: "排序题",
        stem: "请按时间先后排列这三次会议。",
        answer: "",
        optionA: "古田会议",
        optionB: "遵义会议",
        optionC: "瓦窑堡会议",
      },
      { type: "ordering" },
    ],
    [
      "pairs with =",
      { type: "连线题", answer: "", optionA: "一大=上海", optionB: "遵义会议＝遵义", optionC: "七大=延安" },
      {
        pairs: [
          { left: "一大", right: "上海" },
          { left: "遵义会议", right: "遵义" },
          { left: "七大", right: "延安" },
        ],
      },
    ],
  ])("%s", (_what, over, wanted) => {
    const row = judge(over);
    expect(row.faults).toEqual([]);
    expect(row.values).toMatchObject(wanted as object);
  });
  it.each<[string, Partial<Record<QuestionField, string>>, QuestionField, RegExp]>([
    ["an unknown type", { type: "简答题" }, "type", /没有“简答题”/],
    ["no right option", { answer: "" }, "answer", /哪一项正确/],
    ["an unknown topic", { topic: "别的" }, "topic", /没有“别的”/],
    ["a host that may not be cited", { sourceUrl: "https://example.com/a" }, "sourceUrl", /可以引用/],
    [
      "a figure the passage does not say",
      { optionA: "1936年", optionB: "1934年", optionC: "1937年" },
      "passage",
      /1936年/,
    ],
    ["half-width marks", { stem: "1935年1月,会议在哪座城市召开？" }, "stem", /半角/],
  ])("%s is a fault in its cell", (_what, over, field, problem) => {
    const row = judge(over);
    expect(row.state).toBe("fault");
    const fault = row.faults.find((each) => each.field === field);
    expect(fault?.problem).toMatch(problem);
    expect(fault?.column).toBe(COLUMNS[field]);
  });
  it("a question that is asked already is the same", () => {
    const known = new Map([[stemKey(GOOD.stem ?? ""), "q1"]]);
    expect(judge({}, { ...LOOKUPS, known })).toMatchObject({ state: "same", existingId: "q1" });
  });
  it("two rows with one stem name each other", () => {
    const table = tableOf([GOOD, GOOD]);
    const check = questionChecker(table, LOOKUPS);
    expect(table.rows.map((row) => check(row).faults[0]?.problem)).toEqual(["题干和第3行相同。", "题干和第2行相同。"]);
  });
});
