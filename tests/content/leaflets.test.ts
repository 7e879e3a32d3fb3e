import { describe, expect, it } from "vitest";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { sampleFiles, withChange } from "./sample";

const LEAFLET = "leaflets/zunyi.md";

type Case = [rule: string, path: string, from: string | RegExp, to: string, found: RegExp];

const LEAFLETS: Case[] = [
  ["an unknown key in a leaflet", LEAFLET, "order: 1", "order: 1\nrecall: [entry-day]", /不认识的键：recall/],
  ["a leaflet without its place", LEAFLET, "order: 1\n", "", /leaflets\/zunyi\.md[\s\S]*order/],
  ["a leaflet of an unknown topic", LEAFLET, "topic: meetings", "topic: music", /没有“music”这个主题/],
  ["a leaflet on a foreign site", LEAFLET, "cpc.people.com.cn", "www.people-mirror.com", /不在sources\.yaml里/],
  ["a leaflet with seven cards", LEAFLET, /## 会后\n\n.*\n\n/, "", /有7张卡片/],
  ["a leaflet with nine cards", LEAFLET, "## 会后", "## 会中\n\n桌上一盏灯[^s1]。{#lamp}\n\n## 会后", /有9张卡片/],
  ["a card of two paragraphs", LEAFLET, "## 会后", "桌上一盏灯[^s1]。{#lamp}\n\n## 会后", /卡片以外还有别的段落/],
  [
    "words before the first card",
    LEAFLET,
    "## 哪一天开幕",
    "先看这里[^s1]。{#x}\n\n## 哪一天开幕",
    /卡片以外还有别的段落/,
  ],
  ["a table in a leaflet", LEAFLET, "## 会后", "| 甲 |\n| - |\n| 乙 |\n\n## 会后", /卡片以外还有别的段落、标题或表格/],
  ["a card of another depth", LEAFLET, "## 会后", "### 会后", /有7张卡片/],
  ["a front that is too long", LEAFLET, "## 会后", "## 会后红军一路上又走了哪些地方打了哪些仗", /正面有19字/],
  ["a back that is too long", LEAFLET, /夜里灯/, "夜里灯".repeat(20), /第2张“在哪里开”：背面有87字/],
  ["a back without its source", LEAFLET, "[^s1]。{#why}", "。{#why}", /第8张“为什么要紧”：背面没有标出处/],
  ["a back without an anchor", LEAFLET, "{#why}", "", /没有锚点/],
  ["two cards with one anchor", LEAFLET, "{#why}", "{#after}", /正文\{#after\}：锚点重复/],
  ["one front twice", LEAFLET, "## 会后", "## 会前", /正面和前面一张相同/],
  ["a link on a card", LEAFLET, "[^s1]。{#why}", "，见[课程](/lessons)[^s1]。{#why}", /卡片只写字/],
  ["a number on a back without a fact", LEAFLET, "[^s1]。{#why}", "，20个人[^s1]。{#why}", /正文里的20：没有哪一条/],
  ["a number on a front without a fact", LEAFLET, "## 会后", "## 20个人", /正文里的20：没有哪一条/],
  [
    "a value no card says",
    LEAFLET,
    /遵义会议开幕。", value: ".*?"/,
    '遵义会议开幕。", value: "遵义会议"',
    /正文里没有“遵义会议”/,
  ],
  ["an exclamation mark on a card", LEAFLET, "贵州遵义[^s1]。", "贵州遵义[^s1]！", /有感叹号/],
  [
    "a leaflet nobody else looked at",
    LEAFLET,
    /checked:[\s\S]*at: c1 \}/,
    'checked: { on: "2026-11-21", by: author }',
    /zunyi\.md[\s\S]*还没有另一人复核/,
  ],
  [
    "a leaflet in which something else was found",
    LEAFLET,
    '15日", at: c1',
    '16日", at: c1',
    /复核找到的是“1935年1月16日”/,
  ],
];

describe("the rules for leaflets", () => {
  it.each(LEAFLETS)("find %s", (_rule, path, from, to, found) => {
    expect(describeFaults(checkFiles(withChange(path, from, to)).faults)).toMatch(found);
  });

  it("find two leaflets in one place", () => {
    const twin = sampleFiles().flatMap((file) =>
      file.path === LEAFLET ? [{ ...file, path: "leaflets/twin.md" }] : [],
    );
    expect(describeFaults(checkFiles([...sampleFiles(), ...twin]).faults)).toMatch(/order：和另一张折页的次序相同/);
  });

  it("let a leaflet that runs through all periods name none", () => {
    const files = withChange(LEAFLET, "period: new-democratic-revolution\n", "");
    expect(describeFaults(checkFiles(files).faults)).toBe("");
  });
});
