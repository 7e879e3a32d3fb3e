import { describe, expect, it } from "vitest";
import { emptyDraft, type DraftContent } from "./draft";
import { completeDraft } from "@/tests/factories/drafts";
import { draftFaults } from "./draft-faults";

const BANK = {
  topics: { meetings: "重要会议" },
  sites: [
    { tier: "A", name: "政府网站", hosts: [".gov.cn"] },
    { tier: "B", name: "高等学校", hosts: [".edu.cn"] },
    { tier: "B", name: "中国网", hosts: [".china.com.cn"] },
  ],
} as const;

const source = (url: string) => ({ title: "示例标题", publisher: "示例发布单位", url });

const DRAFT = completeDraft({
  stem: "遵义会议在哪一年召开？",
  options: ["1934年", "1935年", "1936年"].map((text) => ({ text, right: text === "1935年" })),
  explanation: "会议在长征途中举行，那一年的一月。",
  sources: [source("https://www.example.gov.cn/a.html")],
});

const faults = (changes: Partial<DraftContent>) => draftFaults({ ...DRAFT, ...changes }, null, BANK);

describe("a draft", () => {
  it("has nothing against it when it is complete", () => {
    expect(faults({})).toEqual([]);
  });

  it("that is empty says everything that is missing", () => {
    const missing = draftFaults(emptyDraft(), null, BANK).map(({ field }) => field);
    const fields = ["stem", "explanation", "options", "topic", "period", "difficulty", "passage", "sources"];
    expect(fields.filter((field) => !missing.some((found) => found === field))).toEqual([]);
  });

  it.each<[string, Partial<DraftContent>, string, RegExp]>([
    ["a stem of five characters", { stem: "哪一年呢？" }, "stem", /现在5个字/],
    ["a stem of 121 characters", { stem: `${"长".repeat(120)}？` }, "stem", /现在121个字/],
    ["an explanation of seven", { explanation: "那一年一月。。" }, "explanation", /现在7个字/],
    ["two options", { options: DRAFT.options.slice(0, 2) }, "options", /现在2个选项/],
    [
      "an option of 41 characters",
      { options: [...DRAFT.options, { text: "长".repeat(41), right: false }] },
      "options",
      /太长/,
    ],
    ["true or false without either", { type: "true-false", stem: "遵义会议在1935年召开。" }, "answer", /没有选/],
    [
      "half a pair",
      {
        type: "matching",
        pairs: ["甲", "乙", "丙"].map((left) => ({ left, right: left === "丙" ? "" : `${left}的` })),
      },
      "pairs",
      /只写了一边/,
    ],
    ["a topic that does not exist", { topic: "toString" }, "topic", /没有选主题/],
    [
      "a passage without the year of the answer",
      { passage: "中央政治局在遵义举行扩大会议。" },
      "passage",
      /1935年不在/,
    ],
    ["no passage", { passage: "" }, "passage", /没有写依据/],
    ["an anchor of nowhere", { anchor: "lessons/none#a" }, "anchor", /没有lessons\/none#a/],
    [
      "a source without its title",
      { sources: [{ ...source("https://a.gov.cn/"), title: " " }] },
      "sources",
      /没有写全/,
    ],
    ["a script instead of an address", { sources: [source("javascript:alert(1)")] }, "sources", /不是网址/],
    ["no address", { sources: [source("")] }, "sources", /不是网址/],
    ["a site that may not be cited", { sources: [source("https://example.com/")] }, "sources", /example\.com不在/],
    ["one page of a university", { sources: [source("https://a.edu.cn/")] }, "sources", /出处不够/],
    [
      "two pages of the same kind of site",
      { sources: [source("https://a.edu.cn/1"), source("https://a.edu.cn/2")] },
      "sources",
      /出处不够/,
    ],
  ])("%s", (_what, changes, field, said) => {
    const found = faults(changes).filter((fault) => fault.field === field);
    expect(found.map(({ what }) => what).join("；")).toMatch(said);
    expect(found.every(({ fix }) => fix !== "")).toBe(true);
  });

  it("rests on two different sites of the second tier as on one of the first", () => {
    expect(faults({ sources: [source("https://a.edu.cn/"), source("https://news.china.com.cn/")] })).toEqual([]);
  });

  it("with an anchor takes passage and sources of the library", () => {
    const library = { passage: DRAFT.passage, sources: DRAFT.sources };
    const bare = { ...DRAFT, anchor: "lessons/example#a", passage: "", sources: [] };
    expect(draftFaults(bare, library, BANK)).toEqual([]);
    const other = { ...library, passage: "会议在遵义举行，那是长征途中。" };
    expect(draftFaults(bare, other, BANK).map(({ field }) => field)).toEqual(["passage"]);
  });

  it("of a fill needs one accepted way in the passage, not all", () => {
    const fill = { ...DRAFT, type: "fill", stem: "遵义会议在____年召开。" } as const;
    expect(draftFaults({ ...fill, blanks: ["1935/一九三五"] }, null, BANK)).toEqual([]);
    expect(draftFaults({ ...fill, blanks: ["1936"] }, null, BANK).map(({ field }) => field)).toEqual(["passage"]);
  });
});
