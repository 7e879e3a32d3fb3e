import { afterEach, beforeAll, expect, it } from "vitest";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { listSearchables } from "@/features/library/queries";
import { loadSearch } from "@/features/search/loaders";
import {
  digestOf,
  indexDocument,
  indexDocuments,
  removeDocument,
  type SearchSource,
} from "@/features/search/mutations";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { listActiveTakedowns } from "@/features/takedowns/queries";
import { db, inTransaction } from "@/lib/db";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-23T04:00:00Z");
const ASKED = [
  "遵义会议",
  "1935年1月15日",
  "10月1日",
  "czyzyhy",
  "长征 会师",
  "连云港港",
  "中国",
  "遵义城头的那一面旗",
  "奋斗者号",
  "遵义会议是哪一年",
  "1978年12月18日至22日",
  "1935年1月15日至17日",
];

/** Days of which the year, or the month too, was said in another sentence of the paragraph. */
const TOLD_BEFORE = [
  ["1964年10月16日", "daily/12-21"],
  ["1949年4月23日", "daily/04-21"],
  ["1981年6月29日", "lessons/reform-and-opening/04-second-resolution"],
  ["1971年11月15日", "lessons/socialist-construction/07-diplomacy"],
  ["1978年12月15日", "lessons/reform-and-opening/01-third-plenum"],
] as const;

/** Full dates that follow inside of one sentence and are nowhere written out, read in the plainest way. */
function datesThatFollow(text: string): string[] {
  const sentences = text.split(/[\n。！？；]/).filter((sentence) => !/每年|定为|设立为|第二年/.test(sentence));
  const told = sentences.flatMap((sentence) => {
    let [year, month] = ["", ""];
    return [...sentence.matchAll(/(\d{4})年|(?<!\d)(\d{1,2})月|(?<!\d)(\d{1,2})日/g)].flatMap(([, y, m, d]) => {
      if (y) [year, month] = [y, ""];
      if (m) month = m;
      return d && year && month ? [`${year}年${month}月${d}日`] : [];
    });
  });
  return [...new Set(told)].filter((date) => !text.includes(date));
}

const ask = (q: string, kind?: string) => loadSearch(Promise.resolve({ q, ...(kind ? { kind } : {}) }));
const idsOf = async (q: string, kind?: string) => (await ask(q, kind)).found?.results.map(({ id }) => id) ?? [];

/** What each engine answered, to be compared. */
const answers: Record<string, string> = {};

const note = (id: string, changes: Partial<SearchSource> = {}): SearchSource => ({
  ...{ id, kind: "entry", title: "示例灯塔", initials: "sldt", summary: "示例摘要。", text: "灯亮着。", date: null },
  ...changes,
});

describeOnBothEngines("looking the library up", (engine) => {
  beforeAll(async () => {
    await loadLibrary({ now: NOW });
    const { written } = await indexDocuments(listSearchables());
    expect(written).toBe(listSearchables().length);
  });
  afterEach(async () => {
    for (const { id } of await listActiveTakedowns()) await restore({ takedownId: id, actorId: "m1", now: NOW });
  });

  it("finds words, dates, days and first letters", async () => {
    expect((await idsOf("遵义会议")).slice(0, 2).sort()).toEqual([
      "daily/01-15",
      "lessons/new-democratic-revolution/04-zunyi",
    ]);
    expect((await idsOf("1935年1月15日"))[0]).toBe("daily/01-15");
    expect((await idsOf("10月1日"))[0]).toBe("daily/10-01");
    expect(await idsOf("czyzyhy")).toEqual(["lessons/new-democratic-revolution/04-zunyi"]);
    expect(await idsOf("遵义会议", "entry")).not.toContain("lessons/new-democratic-revolution/04-zunyi");
    expect((await ask("瓦片火山")).found?.results).toEqual([]);
    expect((await ask("遵")).found).toBeNull();
  });

  it("finds every day that a text tells, also where its year or month was said before", async () => {
    const follow = listSearchables().flatMap(({ id, text }) =>
      datesThatFollow(text).map((date) => [date, id] as const),
    );
    expect(follow.length).toBeGreaterThan(40);
    const missing: string[] = [];
    for (const [date, id] of [...follow, ...TOLD_BEFORE]) {
      const { found } = await ask(date);
      if (!found?.isExact || !found.results.some((result) => result.id === id)) missing.push(`${date} ${id}`);
    }
    expect(missing).toEqual([]);
  });

  it("finds both ends of a range, however it is printed", async () => {
    for (const typed of ["1978年12月18日至22日", "1978年12月18日到22日", "1978年12月18—22日"]) {
      expect(await idsOf(typed)).toEqual(expect.arrayContaining(["daily/12-18", "leaflets/reform"]));
    }
  });

  it("tells what comes near a day that nothing tells of, and says so", async () => {
    const { found } = await ask("1978年12月21日");
    expect(found?.isExact).toBe(false);
    expect(found?.results.map(({ id }) => id)).toContain("daily/12-18");
  });

  it("tells what comes near where nothing is the same, and says so", async () => {
    const { found } = await ask("遵义会议楼上的灯");
    expect(found?.isExact).toBe(false);
    expect(found?.results.map(({ id }) => id)).toContain("daily/01-15");
    expect((await ask("遵义会议")).found?.isExact).toBe(true);
  });

  it.each(["运-20", "歼-5", "马可·波罗", "汉斯·希伯", "一二·九运动", "奋斗者号", "两弹一星精神", "一带一路倡议"])(
    "finds %s as it is printed, whatever signs stand inside",
    async (typed) => {
      const { found } = await ask(typed);
      expect(found?.isExact).toBe(true);
      expect(found?.results.length).toBeGreaterThan(0);
    },
  );

  it("takes a question for what it is about, and says that it is near", async () => {
    const { found } = await ask("遵义会议是哪一年");
    expect(found?.isExact).toBe(false);
    expect(found?.results).toEqual((await ask("遵义会议")).found?.results);
  });

  it("leaves out at once what is taken down", async () => {
    expect(await idsOf("遵义会议")).toContain("daily/01-15");
    const target = { targetKind: "entry", targetId: "daily/01-15" } as const;
    expect(await takeDown({ ...target, reason: "核对中", actorId: "m1", now: NOW })).toMatchObject({ ok: true });
    const page = await ask("遵义会议");
    expect(JSON.stringify(page)).not.toContain("daily/01-15");
    expect(page.found?.counts.entry).toBe((await ask("遵义会议", "entry")).found?.results.length);
  });

  it("answers the same, in the same order, on both engines", async () => {
    answers[engine] = JSON.stringify(await Promise.all(ASKED.map((q) => ask(q))));
    if (engine === "postgresql") expect(answers["postgresql"]).toBe(answers["sqlite"]);
  });

  it("is written once, and again only where something has changed", async () => {
    const sources = listSearchables();
    expect(await indexDocuments(sources)).toEqual({ written: 0, removed: 0 });
    expect(await indexDocuments([...sources, note("daily/99-01"), note("daily/99-02")])).toMatchObject({ written: 2 });
    expect((await idsOf("示例灯塔")).sort()).toEqual(["daily/99-01", "daily/99-02"]);
    const changed = note("daily/99-02", { title: "示例港口", text: "船来了。" });
    expect(await indexDocuments([...sources, changed])).toEqual({ written: 1, removed: 1 });
    expect(await idsOf("示例灯塔")).toEqual([]);
    expect(await idsOf("示例港口")).toEqual(["daily/99-02"]);
    expect(await indexDocuments(sources)).toEqual({ written: 0, removed: 1 });
    expect(await db().searchTerm.count({ where: { term: "例港" } })).toBe(0);
  });

  it("is written anew, stories too, where an earlier rule wrote it", async () => {
    const sources = [...listSearchables(), note("daily/99-05", { text: "运-20首飞。" })];
    const story = note("stories/01", { kind: "story", title: "示例车间的歼-5模型" });
    await indexDocuments(sources);
    await inTransaction((tx) => indexDocument(tx, story));
    const itemId = { in: ["daily/99-05", "stories/01"] };
    await db().searchTerm.deleteMany({ where: { document: { itemId } } });
    await db().searchDocument.updateMany({ where: { itemId }, data: { digest: "of an earlier rule" } });
    expect(await indexDocuments(sources)).toEqual({ written: 2, removed: 0 });
    expect(await idsOf("示例车间的歼-5")).toEqual(["stories/01"]);
    expect(await idsOf("示例灯塔 运-20")).toEqual(["daily/99-05"]);
    expect(await indexDocuments(sources)).toEqual({ written: 0, removed: 0 });
    await inTransaction((tx) => removeDocument(tx, "stories/01"));
  });

  it("depends on the rule of the terms", () => {
    expect(digestOf(note("daily/99-06"), 1)).not.toBe(digestOf(note("daily/99-06")));
  });

  it("is written by two at once without a fault", async () => {
    const sources = [...listSearchables(), note("daily/99-03"), note("daily/99-04")];
    await Promise.all([indexDocuments(sources), indexDocuments(sources)]);
    expect((await idsOf("示例灯塔")).sort()).toEqual(["daily/99-03", "daily/99-04"]);
    expect(await indexDocuments(sources)).toEqual({ written: 0, removed: 0 });
  });

  it.each([
    "'; DROP TABLE search_term; --",
    "%",
    "_",
    "(.*)+$",
    "𠮷",
    "\u0000遵义",
    "1".repeat(5000),
    "遵义".repeat(5000),
  ])("never fails on what somebody types", async (q) => {
    const page = await ask(q);
    expect(page.found === null || Array.isArray(page.found.results)).toBe(true);
  });
});
