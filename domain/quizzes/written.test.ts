import { describe, expect, it } from "vitest";
import { rightTexts, writtenFaults, type WrittenQuestion } from "./written";

const single: WrittenQuestion = {
  type: "single",
  stem: "遵义会议在哪一年召开？",
  explanation: "会议在长征途中举行，那一年的一月。",
  options: [{ text: "1934年" }, { text: "1935年", right: true }, { text: "1936年" }],
};
const fields = (question: WrittenQuestion) => writtenFaults(question).map(({ field }) => field);

describe("a question by itself", () => {
  it("has nothing against it when it is well written", () => {
    expect(writtenFaults(single)).toEqual([]);
  });
  it.each<[string, WrittenQuestion, string, RegExp]>([
    [
      "two right options",
      { ...single, options: single.options.map((each) => ({ ...each, right: true })) },
      "options",
      /3个正确选项/,
    ],
    ["no right option", { ...single, options: single.options.map(({ text }) => ({ text })) }, "options", /0个正确选项/],
    ["two options alike", { ...single, options: [...single.options, { text: "1934 年" }] }, "options", /写得一样/],
    ["以上都对", { ...single, options: [...single.options, { text: "以上都对" }] }, "options", /以上都对/],
    ["a stem that leans on its text", { ...single, stem: "本文说遵义会议在哪一年召开？" }, "stem", /离开原文/],
    ["a blank that is none", { ...single, stem: "遵义会议在____年召开。" }, "stem", /1个空，答案有0组/],
    ["half-width marks", { ...single, stem: "遵义会议,在哪一年召开？" }, "stem", /半角标点/],
    ["an explanation that repeats the answer", { ...single, explanation: "1935年" }, "explanation", /重复了答案/],
  ])("%s", (_what, question, field, said) => {
    const fault = writtenFaults(question).find((each) => each.field === field);
    expect(fault?.what).toMatch(said);
    expect(fault?.fix).not.toBe("");
  });
  it("an ordering says by what", () => {
    const ordering = { type: "ordering", stem: "请排列下面三件事。", explanation: "都在1927年。" } as const;
    expect(fields({ ...ordering, items: ["一", "二", "三"] })).toEqual(["stem"]);
  });
  it("a multiple choice has a wrong option and two right ones", () => {
    const right = (text: string) => ({ text, right: true });
    const question = { ...single, type: "multiple" as const };
    expect(fields({ ...question, options: [right("甲"), right("乙")] })).toEqual(["options"]);
    expect(fields({ ...question, options: [right("甲"), { text: "乙" }] })).toEqual(["options"]);
    expect(fields({ ...question, options: [right("甲"), right("乙"), { text: "丙" }] })).toEqual([]);
  });
});

describe("right texts", () => {
  it("a true statement is its own, a false one has none", () => {
    const truth = { type: "true-false", stem: "遵义会议在1935年召开。", explanation: "" } as const;
    expect(rightTexts({ ...truth, answer: true })).toEqual([[truth.stem]]);
    expect(rightTexts({ ...truth, answer: false })).toEqual([]);
  });
  it("a blank has all its ways", () => {
    const fill = { type: "fill", stem: "____", explanation: "" } as const;
    expect(rightTexts({ ...fill, blanks: [["一九三五", "1935"]] })).toEqual([["一九三五", "1935"]]);
  });
});
