import { describe, expect, it } from "vitest";
import { askOf } from "@/domain/writing/second-look";
import { allDocuments } from "@/features/library/content/all-documents";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { nearTwins } from "@/features/library/content/near-twins";
import {
  blankSheets,
  differences,
  fittedTo,
  joined,
  readSheets,
  withSecondLook,
} from "@/features/library/content/second-look";
import { parseFiles } from "@/features/library/content/parse-files";
import { readContentFiles } from "@/features/library/content/read-files";
import { sampleFiles, withChange } from "./sample";

const ENTRY = "daily/01-15.md";
const LESSON = "lessons/road/01-zunyi.md";

const readAsked = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/blank: ("(?:[^"\\]|\\.)*")/g)].map(([, quoted = '""']) => String(JSON.parse(quoted))));

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
    blankSheets(entry())
      .replace('on: ""', 'on: "2026-11-22"')
      .replace(
        'title: "", publisher: "", url: "", seen: ""',
        'title: "甲", publisher: "乙", url: "https://www.gov.cn/a", seen: "2026-11-22"',
      )
      .replace('value: "", at: ""', `value: "${value}", at: "c1"`);

  it("leaves the values out and names the pages that do not count", () => {
    expect(blankSheets(entry())).toContain('{ blank: "____，遵义会议开幕。", value: "", at: "" }\n');
    expect(blankSheets(entry())).not.toContain("1935");
    expect(blankSheets(entry())).toContain("https://cpc.people.com.cn/zunyi.html");
  });

  const withFacts = (facts: readonly { claim: string; value: string }[]) => ({
    ...entry(),
    front: { ...entry().front, facts: facts.map((fact) => ({ ...fact, source: "s1", locator: "首段" })) },
  });
  const asked = (facts: readonly { claim: string; value: string }[]) =>
    blankSheets(withFacts(facts))
      .split("---\n")
      .slice(1)
      .map((sheet) => [...sheet.matchAll(/blank: "([^"]*)"/g)].map(([, blank]) => blank));

  it("says nothing about how long an answer is", () => {
    expect(blankSheets(entry())).not.toMatch(/个字/);
  });

  it("masks a date that another line asks for", () => {
    expect(
      asked([
        { claim: "遵义会议1935年1月15日开幕。", value: "1935年1月15日" },
        { claim: "1935年1月15日，小楼里坐了20人。", value: "20人" },
      ]),
    ).toEqual([["遵义会议____开幕。", "▢▢，小楼里坐了____。"]]);
  });

  it("asks two things of one claim on two sheets, and hides in its heading what a sheet asks", () => {
    const facts = ["1935年1月15日", "遵义"].map((value) => ({ claim: "1935年1月15日，遵义会议开幕。", value }));
    expect(asked(facts)).toEqual([["____，遵义会议开幕。"], ["1935年1月15日，____会议开幕。"]]);
    const [, first, second] = blankSheets(withFacts(facts)).split("---\n");
    expect(first).toContain("# 遵义会议开幕。");
    expect(first).toContain("第1张，共2张");
    expect(second).toContain("# ▢▢会议开幕。");
  });

  it("asks for a date on another sheet than the line that tells it figure by figure", () => {
    expect(
      asked([
        { claim: "1935年1月15日，会议开幕。", value: "1935年1月15日" },
        { claim: "1935年，那年1月，过了15日，开了3次会。", value: "3次" },
      ]),
    ).toEqual([["____，会议开幕。"], ["1935年，那年1月，过了15日，开了____会。"]]);
  });

  it("joins the sheets of a document, with pages of the same address as one", () => {
    const page = (id: string, url: string) => ({ id, title: "甲", publisher: "乙", url, seen: "2026-11-22" });
    const document = withFacts([
      { claim: "遵义会议1935年1月15日开幕。", value: "1935年1月15日" },
      { claim: "1935年1月15日，小楼里坐了20人。", value: "20人" },
    ]);
    const sheet = { document: document.id, on: "2026-11-22" };
    const first = {
      ...sheet,
      against: [page("c1", "https://www.gov.cn/a"), page("c2", "https://www.gov.cn/b")],
      found: [{ blank: "遵义会议____开幕。", value: "1935年1月15日", at: "c2" }],
    };
    const second = {
      ...sheet,
      on: "2026-11-23",
      against: [page("c1", "https://www.gov.cn/b"), page("c2", "https://www.gov.cn/c")],
      found: [{ blank: "▢▢，小楼里坐了____。", value: "20人", at: "c2" }],
    };
    expect(joined(document, [first, second])).toEqual({
      ...{ document: document.id, on: "2026-11-23" },
      against: [first.against[0], first.against[1], page("c3", "https://www.gov.cn/c")],
      found: [
        { blank: "遵义会议____开幕。", value: "1935年1月15日", at: "c2" },
        { blank: "1935年1月15日，小楼里坐了____。", value: "20人", at: "c3" },
      ],
    });
    expect(differences(document, joined(document, [first, second]))).toEqual([]);
  });

  it("of no document of the library tells what it asks", () => {
    const library = allDocuments(parseFiles(readContentFiles()).library);
    const told = library.flatMap((document) =>
      blankSheets(document)
        .split(/^---$/m)
        .flatMap((sheet) => {
          const lines = sheet.split("\n").filter((line) => line.startsWith("  - { blank") || /^# (?!  |第)/.test(line));
          const text = lines.map((line) => line.replace("不能用的网页（原来的出处）：", "")).join("\n");
          const asks = readAsked(text);
          return document.front.facts
            .filter((fact) => asks.has(askOf(fact, document.front.facts)) && text.includes(fact.value))
            .map(({ claim, value }) => `${document.id}: ${value} of ${claim}`);
        }),
    );
    expect(told).toEqual([]);
  });

  it("is refused while it is empty", () => {
    expect(() => readSheets(blankSheets(entry()))).toThrow(/第1张：on/);
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
