import { describe, expect, it } from "vitest";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { nearTwins } from "@/features/library/content/near-twins";
import { blankSheet, differences, fittedTo, readSheets, withSecondLook } from "@/features/library/content/second-look";
import { parseFiles } from "@/features/library/content/parse-files";
import { sampleFiles, withChange } from "./sample";

const ENTRY = "daily/01-15.md";
const LESSON = "lessons/road/01-zunyi.md";

describe("the second look", () => {
  it.each([
    [
      "another value was found",
      LESSON,
      'value: "1934年10月", at: c1',
      'value: "1934年11月", at: c1',
      /写的是“1934年10月”，复核找到的是“1934年11月”/,
    ],
    ["a fact was not looked for", LESSON, /\n    - \{ blank: "____，中央红军.*/, "", /facts第2条：复核时没有找过它/],
    [
      "the fact was written anew afterwards",
      LESSON,
      'claim: "1934年10月，中央',
      'claim: "早在1934年10月，中央',
      /没有这样一条事实/,
    ],
    ["a finding names no page", LESSON, '10月", at: c1', '10月", at: c2', /网页c2没有列出/],
    [
      "it rests on a source of the document",
      LESSON,
      "https://www.gov.cn/zunyi.htm",
      "http://cpc.people.com.cn/zunyi.html#top",
      /复核用的就是原来的出处/,
    ],
    [
      "it rests on a foreign site",
      LESSON,
      "https://www.gov.cn/zunyi.htm",
      "https://wiki.example.org/z",
      /against c1：复核用的站点不在sources\.yaml里/,
    ],
    [
      "a page was seen after it",
      LESSON,
      'htm", seen: "2026-11-21"',
      'htm", seen: "2026-11-22"',
      /复核日期早于这一页的查看日期/,
    ],
    [
      "nobody but the author looked",
      ENTRY,
      /  by: second\n  against:[\s\S]*?at: c1 \}/,
      "  by: author",
      /还没有另一人复核/,
    ],
  ] as const)("is refused when %s", (_why, path, from, to, found) => {
    expect(describeFaults(checkFiles(withChange(path, from, to)).faults)).toMatch(found);
  });
});

describe("the sheet of a second look", () => {
  const entry = () => {
    const [found] = parseFiles(sampleFiles()).library.entries;
    if (!found) throw new Error("The sample has no entry.");
    return found;
  };
  const filled = (value: string) =>
    blankSheet(entry())
      .replace('on: ""', 'on: "2026-11-22"')
      .replace(
        'title: "", publisher: "", url: "", seen: ""',
        'title: "甲", publisher: "乙", url: "https://www.gov.cn/a", seen: "2026-11-22"',
      )
      .replace('value: "", at: ""', `value: "${value}", at: "c1"`);

  it("leaves the values out and names the pages that do not count", () => {
    expect(blankSheet(entry())).toContain('{ blank: "____，遵义会议开幕。", value: "", at: "" } # 10个字');
    expect(blankSheet(entry())).not.toContain("1935");
    expect(blankSheet(entry())).toContain("https://cpc.people.com.cn/zunyi.html");
  });

  it("is refused while it is empty", () => {
    expect(() => readSheets(blankSheet(entry()))).toThrow(/第1张：on/);
  });

  it("says where something else was found", () => {
    const [sheet] = readSheets(filled("1935年1月16日"));
    expect(sheet && differences(entry(), sheet)).toEqual([
      { claim: "1935年1月15日，遵义会议开幕。", found: "1935年1月16日" },
    ]);
  });

  it("becomes what the document says of itself, and the library keeps every rule with it", () => {
    const [sheet] = readSheets(filled("1935年1月15日"));
    if (!sheet) throw new Error("No sheet was read.");
    const looked = { ...sheet, found: [...sheet.found, { blank: "____没有了。", value: "1", at: "c1" }] };
    const files = sampleFiles().map((file) =>
      file.path === ENTRY ? { ...file, text: withSecondLook(file.text, fittedTo(entry(), looked)) } : file,
    );
    expect(describeFaults(checkFiles(files).faults)).toBe("");
    const again = files.map((file) =>
      file.path === ENTRY ? { ...file, text: withSecondLook(file.text, fittedTo(entry(), sheet)) } : file,
    );
    expect(again).toEqual(files);
  });
});

it("questions that nearly ask the same are listed, others are not", () => {
  const { questions } = parseFiles(sampleFiles()).library;
  expect(nearTwins(questions)).toEqual([]);
  const single = questions.find(({ data }) => data.type === "single");
  if (!single) throw new Error("The sample has no single choice.");
  const asked = (id: string, stem: string) => ({ ...single, data: { ...single.data, id, stem } });
  expect(
    nearTwins([single, asked("b", `${single.data.stem.replace("？", "")}呢？`), asked("c", "谁写了这封信？")]),
  ).toMatchObject([{ one: single.data.id, other: "b", hasSameKey: true }]);
});
