import { describe, expect, it } from "vitest";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { sampleFiles, withChange } from "./sample";

const ENTRY = "daily/01-15.md";
const LESSON = "lessons/road/01-zunyi.md";
const BANK = "questions/road.yaml";

type Case = [what: string, path: string, from: string | RegExp, to: string, found: RegExp];

const PLANTED: Case[] = [
  ["a figure of a timeline without a fact", LESSON, "开了三天", "到会的有20人", /时间线和词语里的20：没有哪一条/],
  ["a figure of a term without a fact", LESSON, "根据地。", "21个县的根据地。", /时间线和词语里的21：没有哪一条/],
  ["a figure of a summary without a fact", ENTRY, "小楼里的三天", "小楼里的72小时", /标题、提要和问题里的72/],
  [
    "a timeline date that no claim says whole",
    LESSON,
    /("1936-10"[\s\S]*)1936年10月，三大主力会师。", value: "1936年10月/,
    '$11936年，三大主力会师。", value: "1936年',
    /timeline第3条：没有哪一条事实完整地讲到1936年10月/,
  ],
  [
    "the day of an entry that no claim says whole",
    ENTRY,
    'claim: "1935年1月15日，遵义会议开幕。", value: "1935年1月15日"',
    'claim: "1935年1月，遵义会议开幕。", value: "1935年1月"',
    /date：没有哪一条事实完整地讲到1935年1月15日/,
  ],
  [
    "an explanation with a figure that its document does not tell",
    BANK,
    "会议在那一天开幕，一共开了三天。",
    "会议在那一天开幕，1934年红军已经出发，1956年召开了八大。",
    /zunyi-day：解析里的1956年在lessons\/road\/01-zunyi\.md里没有讲到/,
  ],
  ["a title in a body without a fact", ENTRY, "白天各忙", "读《共产党宣言》，白天各忙", /《共产党宣言》：没有哪一条/],
  ["a title in a timeline without a fact", LESSON, "开了三天", "发《告红军书》", /《告红军书》：没有哪一条/],
  [
    "a title in a question to talk about without a fact",
    LESSON,
    "换作是你，会",
    "读过《西行漫记》，会",
    /《西行漫记》：没有哪一条/,
  ],
  ["a person without a name", ENTRY, "kind: event", "kind: person", /people/],
  [
    "a name that is not in the text",
    ENTRY,
    "kind: event",
    "kind: person\npeople: [毛泽民]",
    /people：题目和正文里没有“毛泽民”/,
  ],
  [
    "a name that no fact leaves out",
    ENTRY,
    "kind: event",
    "kind: person\npeople: [遵义会议]",
    /people：没有哪一条事实以“遵义会议”为value/,
  ],
  [
    "a name of an entry that is about no person",
    ENTRY,
    "kind: event",
    "kind: event\npeople: [某人]",
    /不认识的键：people/,
  ],
];

describe("what a reader is taught", () => {
  it.each(PLANTED)("is refused with %s", (_what, path, from, to, found) => {
    expect(describeFaults(checkFiles(withChange(path, from, to)).faults)).toMatch(found);
  });

  it("may name a text of this library", () => {
    const text = describeFaults(checkFiles(withChange(ENTRY, "白天各忙", "见课程《遵义会议》，白天各忙")).faults);
    expect(text).toBe("");
  });

  it("may name a title that a fact tells, and a person whose name a fact leaves out", () => {
    const files = sampleFiles().map((file) =>
      file.path === ENTRY
        ? {
            ...file,
            text: file.text
              .replace("kind: event", "kind: person\npeople: [贵州遵义]")
              .replace(
                "\nsources:",
                '\n  - { claim: "《布告》说，会议在贵州遵义开幕。", value: "贵州遵义", source: s1, locator: "首段" }\nsources:',
              )
              .replace(
                "\nrecall:",
                '\n    - { blank: "《布告》说，会议在____开幕。", value: "贵州遵义", at: c1 }\nrecall:',
              )
              .replace("白天各忙", "读《布告》，白天各忙"),
          }
        : file,
    );
    expect(describeFaults(checkFiles(files).faults)).toBe("");
  });
});
