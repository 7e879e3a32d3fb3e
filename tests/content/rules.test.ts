import { describe, expect, it } from "vitest";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { sampleFiles, withChange } from "./sample";

const ENTRY = "daily/01-15.md";
const LESSON = "lessons/road/01-zunyi.md";
const BANK = "questions/road.yaml";
const COURSE = "lessons/road/course.yaml";

type Case = [rule: string, path: string, from: string | RegExp, to: string, found: RegExp];

const FORM: Case[] = [
  ["an unknown key in an entry", ENTRY, "kind: event", "kind: event\ncolour: red", /不认识的键：colour/],
  ["an unknown key in a question", BANK, "  answer: true", "  answer: true\n  hint: x", /entry-day.*不认识的键：hint/],
  ["an unknown key in a source", ENTRY, 'seen: "2026-11-21" }', 'seen: "2026-11-21", page: 3 }', /不认识的键：page/],
  ["an unknown key in a course", COURSE, "order: 1", "order: 1\nhidden: true", /不认识的键：hidden/],
  ["front matter that is missing", ENTRY, /^---\n/, "", /没有找到用---隔开的文前资料/],
  ["YAML that cannot be read", BANK, "  type: single", "  type: [single", /YAML读不懂/],
  ["a key that is missing", ENTRY, "topic: meetings\n", "", /topic/],
  ["an unknown period", ENTRY, "period: new-democratic-revolution", "period: ming", /只能是new-democratic-revolution/],
  ["an unknown topic of a document", ENTRY, "topic: meetings", "topic: music", /没有“music”这个主题/],
  ["an unknown topic of a question", BANK, "topic: meetings", "topic: music", /没有“music”这个主题/],
  ["an event without a date", ENTRY, 'date: "1935-01-15"\n', "", /date/],
  ["a theme with a date", ENTRY, "kind: event", "kind: theme", /不认识的键：date/],
  ["a day that no calendar has", ENTRY, 'date: "1935-01-15"', 'date: "1935-02-30"', /不是日历上有的日期/],
  ["a date that is not the file's", ENTRY, 'date: "1935-01-15"', 'date: "1935-01-16"', /和文件名01-15不是同一天/],
  ["a timeline date that no calendar has", LESSON, 'date: "1934-10"', 'date: "1934-13"', /不是日历上有的日期/],
  [
    "an entry with four recall questions",
    ENTRY,
    "recall: [entry-day]",
    "recall: [entry-day, a, b, c]",
    /最多三道回想题/,
  ],
  ["a lesson with two recall questions", LESSON, ", zunyi-order]", "]", /至少三道回想题/],
];

const SOURCES: Case[] = [
  [
    "a host that is not permitted",
    ENTRY,
    "cpc.people.com.cn",
    "www.people-mirror.com",
    /站点www\.people-mirror\.com不在sources\.yaml里/,
  ],
  [
    "a host that only ends like a permitted one",
    ENTRY,
    "cpc.people.com.cn",
    "evilpeople.com.cn",
    /不在sources\.yaml里/,
  ],
  ["one source of tier B", ENTRY, "cpc.people.com.cn", "www.example.edu.cn", /没有甲级，也没有两处不同站点的乙级/],
  ["two sources of tier B on one host", LESSON, "cpc.people.com.cn", "www.example.edu.cn", /没有甲级，也没有两处/],
  [
    "a question citing tier B alone",
    BANK,
    /(id: zunyi-day[\s\S]*?cites: )\[s1\]/,
    "$1[s2]",
    /zunyi-day.*题目的出处不够/,
  ],
  ["a repeated source id", LESSON, "{ id: s2,", "{ id: s1,", /出处编号有重复/],
  [
    "one address twice",
    LESSON,
    "https://www.example.edu.cn/march.html",
    "https://cpc.people.com.cn/zunyi.html",
    /同一个网址写了两次/,
  ],
  [
    "a source nobody uses",
    ENTRY,
    "checked:",
    '  - { id: s2, title: "又一篇", publisher: "人民网", url: "https://dangshi.people.com.cn/x.html", seen: "2026-11-21" }\nchecked:',
    /sources s2：列出了却没有用到/,
  ],
  ["a reference to an unknown source", ENTRY, "开幕[^s1]", "开幕[^s7]", /正文\[\^s7\]：引用了没有列出的出处/],
  ["a fact of an unknown source", ENTRY, "source: s1", "source: s9", /出处s9没有列出/],
  ["a claim without its value", ENTRY, 'claim: "1935年1月15日，', 'claim: "1935年1月，', /claim里没有“1935年1月15日”/],
  ["a number in the body without a fact", ENTRY, "白天各忙", "20个人白天各忙", /正文里的20：没有哪一条事实讲到它/],
  ["a check before the source was seen", ENTRY, 'on: "2026-11-21"', 'on: "2026-11-19"', /核对日期早于出处s1/],
];

const BODIES: Case[] = [
  ["an entry that is too short", ENTRY, /夜里灯还亮着.{80}/, "", /正文：有\d+字.*120到350字/],
  ["an entry that is too long", ENTRY, /夜里灯/, "夜里灯".repeat(100), /正文：有\d+字.*120到350字/],
  ["a lesson that is too short", LESSON, /夜里灯.{200}/g, "", /800到1800字/],
  ["a paragraph without an anchor", ENTRY, "{#p1}", "", /没有锚点/],
  ["an anchor used twice", ENTRY, "{#p2}", "{#p1}", /正文\{#p1\}：锚点重复/],
  ["an anchor the page needs itself", ENTRY, "{#p2}", "{#source-s1}", /页面自己要用/],
  ["a heading in an entry", ENTRY, "\n1935年1月15日，中共", "\n## 开幕\n\n1935年1月15日，中共", /这里不用标题/],
  ["a lesson in two sections", LESSON, "## 会后怎样\n\n", "", /有2节/],
  ["raw HTML", ENTRY, "小楼，", "<b>小楼</b>，", /有HTML标记/],
  [
    "a link to a lesson that does not exist",
    ENTRY,
    "/lessons/road/01-zunyi#opening",
    "/lessons/road/02-luding",
    /链接没有着落/,
  ],
  ["a link to an anchor that does not exist", ENTRY, "01-zunyi#opening", "01-zunyi#nowhere", /链接没有着落/],
  [
    "a link to a site that is not permitted",
    ENTRY,
    "/lessons/road/01-zunyi#opening",
    "https://example.com/a",
    /站点不在sources\.yaml里/,
  ],
  ["a picture of another site", ENTRY, "小楼，", "小楼![小楼](https://cpc.people.com.cn/a.png)，", /不是本站的图片/],
  ["a picture that does not exist", ENTRY, "小楼，", "小楼![小楼](/images/none.png)，", /没有这个文件/],
  ["a timeline out of order", LESSON, 'date: "1934-10"', 'date: "1935-10"', /timeline第2条：1935-01-15排在1935-10之后/],
  ["two places marked as here", LESSON, 'text: "三大主力会师"', 'text: "三大主力会师", here: true', /here标了两处/],
  ["an exclamation mark", ENTRY, "等到晚上[^s1]。", "等到晚上[^s1]！", /有感叹号/],
  ["an ellipsis", ENTRY, "等到晚上[^s1]。", "等到晚上……", /有省略号/],
  ["a space between 汉字 and digits", ENTRY, "开幕[^s1]", "开幕于 15 日", /之间有空格/],
  ["half-width punctuation", ENTRY, "白天各忙各的军务，", "白天各忙各的军务,", /用了半角标点/],
  ["a lesson without a course", COURSE, /[\s\S]*/, "", /整个文件/],
];

const QUESTION_RULES: Case[] = [
  [
    "a single choice with two right options",
    BANK,
    '{ text: "1934年12月18日" }',
    '{ text: "1934年12月18日", right: true }',
    /单选题有2个正确选项/,
  ],
  ["a single choice without a right option", BANK, '日", right: true }', '日" }', /单选题有0个正确选项/],
  [
    "a multiple choice with one right option",
    BANK,
    '{ text: "组织问题", right: true }',
    '{ text: "组织问题" }',
    /多选题有1个正确选项/,
  ],
  [
    "a multiple choice where all are right",
    BANK,
    /\{ text: "(土地|外交)问题" \}/g,
    '{ text: "$1问题", right: true }',
    /全部选项都对/,
  ],
  ["equal options", BANK, '"土地问题"', '"军事问题。"', /有两项写得一样/],
  ["equal items", BANK, '- "三大主力会师"', '- "遵义会议开幕"', /有两项写得一样/],
  ["all of the above", BANK, '"外交问题"', '"以上都对"', /“以上都对”一类/],
  ["a stem that leans on the text", BANK, "遵义会议解决了", "本课的会议解决了", /题干里有“本课”/],
  ["more blanks in the stem than groups", BANK, "召开。", "召开，共____天。", /题干有3个空，答案有2组/],
  ["a blank of three underscores", BANK, "____年", "___年", /空没有写成四条下划线/],
  ["an ordering that does not say by what", BANK, "按时间先后排好", "排好", /题干没有说按什么排/],
  [
    "an explanation that repeats the answer",
    BANK,
    '"会议在那一天开幕，一共开了三天。"',
    '"1935年1月15日。"',
    /解析只是重复了答案/,
  ],
  [
    "an anchor that does not exist",
    BANK,
    "01-zunyi#opening",
    "01-zunyi#closing",
    /锚点lessons\/road\/01-zunyi#closing不存在/,
  ],
  ["a citation that the document does not have", BANK, "cites: [s1]", "cites: [s5]", /出处s5不在daily\/01-15\.md里/],
  [
    "a passage without the answer's date",
    BANK,
    "01-zunyi#opening",
    "01-zunyi#after",
    /zunyi-day：答案里的1935年、1月、15日不在锚点那一段里/,
  ],
  [
    "a passage without the number of a blank",
    BANK,
    '["1935", "一九三五"]',
    '["1936"]',
    /zunyi-place：答案里的1936不在/,
  ],
  ["a repeated id", BANK, "id: zunyi-place", "id: zunyi-day", /编号在questions\/road\.yaml里用过了/],
  ["a stem asked twice", BANK, "把会议和地点连起来。", "遵义会议，解决了哪些问题", /题干和zunyi-kinds一样/],
  [
    "an order against the timeline",
    BANK,
    /( {4}- "中央红军开始长征"\n)( {4}- "遵义会议开幕"\n)/,
    "$2$1",
    /和时间线不合/,
  ],
  [
    "a recall question that does not exist",
    ENTRY,
    "recall: [entry-day]",
    "recall: [entry-night]",
    /recall entry-night：没有这道题/,
  ],
  ["a recall question of another document", ENTRY, "recall: [entry-day]", "recall: [zunyi-day]", /不是这一篇/],
  ["a recall question named twice", LESSON, ", zunyi-order]", ", zunyi-day]", /同一道题写了两次/],
];

describe("the rules of content/README.md", () => {
  it("find nothing wrong in a library that keeps them", () => {
    expect(describeFaults(checkFiles(sampleFiles()).faults)).toBe("");
  });

  const planted = [...FORM, ...SOURCES, ...BODIES, ...QUESTION_RULES];
  it.each(planted)("find %s", (_rule, path, from, to, found) => {
    expect(describeFaults(checkFiles(withChange(path, from, to)).faults)).toMatch(found);
  });

  it("refuse a value that only the claim has; one of the timeline alone is accepted in the sample", () => {
    const files = withChange(
      LESSON,
      '"1934年10月，中央红军开始长征。", value: "1934年10月"',
      '"1934年11月，中央红军开始长征。", value: "1934年11月"',
    );
    expect(describeFaults(checkFiles(files).faults)).toMatch(/正文、时间线和词语里没有“1934年11月”/);
  });

  it("refuse a file that does not belong here", () => {
    const files = [...sampleFiles(), { path: "daily/2-30.md", text: "x" }];
    expect(describeFaults(checkFiles(files).faults)).toMatch(/不是这里该有的文件/);
  });

  it("say all faults of all files at once", () => {
    const files = withChange(ENTRY, "kind: event", "kind: event\ncolour: red").map((file) =>
      file.path === BANK ? { ...file, text: file.text.replace("  answer: true", "  answer: maybe") } : file,
    );
    const said = describeFaults(checkFiles(files).faults);
    expect(said).toMatch(/content\/daily\/01-15\.md/);
    expect(said).toMatch(/content\/questions\/road\.yaml/);
  });
});

describe("days with a theme instead of an event", () => {
  const themed = (count: number) => {
    const [entry, ...others] = sampleFiles();
    const text = (entry?.text ?? "").replace("kind: event", "kind: theme").replace(/^date: .*\n/m, "");
    const days = Array.from({ length: count }, (_, index) => {
      const month = String(1 + Math.floor(index / 28)).padStart(2, "0");
      return { path: `daily/${month}-${String(1 + (index % 28)).padStart(2, "0")}.md`, text };
    });
    return checkFiles([...days, ...others]).faults.filter(({ what }) => what.startsWith("专题"));
  };

  it("are sixty at most", () => {
    expect(themed(60)).toEqual([]);
    expect(themed(61)).toEqual([expect.objectContaining({ what: "专题有61条，最多60条", place: "kind" })]);
  });
});
