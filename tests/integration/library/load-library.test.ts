import { beforeAll, expect, it } from "vitest";
import { parseFiles } from "@/features/library/content/parse-files";
import { loadLibrary } from "@/features/library/mutations/load-library";
import type { ContentFile, Library } from "@/features/library/types";
import { db } from "@/lib/db";
import { sampleFiles, withChange } from "../../content/sample";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-21T04:00:00Z");
const LATER = new Date("2026-11-22T04:00:00Z");
const BANK = "questions/road.yaml";

function libraryOf(files: readonly ContentFile[]): Library {
  const { library, faults } = parseFiles(files);
  expect(faults).toEqual([]);
  return library;
}

const sample = () => libraryOf(sampleFiles());
const without = (id: string) =>
  libraryOf(
    sampleFiles().map((file) =>
      file.path === BANK ? { ...file, text: file.text.replace(new RegExp(`- id: ${id}\\n(?:  .*\\n)*`), "") } : file,
    ),
  );
const question = (id: string) =>
  db().question.findUniqueOrThrow({
    where: { id },
    include: { current: true, versions: { orderBy: { number: "asc" } } },
  });
const everything = async () => [
  await db().question.findMany({ orderBy: { id: "asc" } }),
  await db().questionVersion.findMany({ orderBy: { id: "asc" } }),
  await db().contentItem.findMany({ orderBy: { id: "asc" } }),
];
const NONE = { added: 0, changed: 0, retired: 0, restored: 0 };

describeOnBothEngines("loading the library", () => {
  beforeAll(async () => {
    const { items, questions, isNewDigest } = await loadLibrary({ now: NOW, library: sample() });
    expect(items).toEqual({ ...NONE, added: 4 });
    expect(questions).toEqual({ ...NONE, added: 6, waiting: 0 });
    expect(isNewDigest).toBe(true);
  });

  it("keeps passage, sources and key with the first version", async () => {
    const { current } = await question("zunyi-day");
    expect(current?.number).toBe(1);
    expect(current?.passage).toMatch(/^会议1935年1月15日开幕/);
    expect(JSON.parse(current?.sources ?? "")).toEqual([
      { title: "遵义会议", publisher: "人民网", url: "https://cpc.people.com.cn/zunyi.html" },
    ]);
    const body = JSON.parse(current?.body ?? "") as { options: { key: string; text: string }[]; right: string[] };
    expect(body.options.find(({ key }) => key === body.right[0])?.text).toBe("1935年1月15日");
  });

  it("knows a leaflet, which asks nothing, and takes a reworded card for a change of the library", async () => {
    const row = await db().contentItem.findUniqueOrThrow({ where: { id: "leaflets/zunyi" } });
    expect(row).toMatchObject({ kind: "leaflet", title: "遵义会议", recall: "[]", mourning: false, retiredAt: null });
    const reworded = libraryOf(withChange("leaflets/zunyi.md", "会址在贵州遵义", "会址在贵州遵义城里"));
    const again = await loadLibrary({ now: LATER, library: reworded });
    expect(again).toMatchObject({ items: { ...NONE, changed: 1 }, isNewDigest: true });
    expect((await loadLibrary({ now: LATER, library: sample() })).items).toEqual({ ...NONE, changed: 1 });
  });

  it("knows a film, and takes a word in its captions for a change of the library", async () => {
    const row = await db().contentItem.findUniqueOrThrow({ where: { id: "films/zunyi" } });
    expect(row).toMatchObject({ kind: "film", title: "遵义城里的三天", recall: "[]", retiredAt: null });
    const reworded = libraryOf(withChange("films/zunyi.vtt", "夜里的灯", "夜里的油灯"));
    expect((await loadLibrary({ now: NOW, library: reworded })).items).toEqual({ ...NONE, changed: 1 });
    await loadLibrary({ now: NOW, library: libraryOf(sampleFiles()) });
  });

  it("changes nothing the second time", async () => {
    const before = await everything();
    const again = await loadLibrary({ now: LATER, library: sample() });
    expect(again).toMatchObject({ items: NONE, questions: { ...NONE, waiting: 0 }, isNewDigest: false });
    expect(await everything()).toEqual(before);
  });

  it("makes no new version of a new order of options", async () => {
    const swapped = withChange(BANK, /( {4}- \{ text: "土地问题" \}\n)( {4}- \{ text: "外交问题" \}\n)/, "$2$1");
    expect((await loadLibrary({ now: LATER, library: libraryOf(swapped) })).questions).toEqual({ ...NONE, waiting: 0 });
  });

  it("makes version 2 of a changed key and returns to version 1 when the file does", async () => {
    const changed = libraryOf(withChange(BANK, "answer: true", "answer: false"));
    const result = await loadLibrary({ now: LATER, library: changed });
    expect(result.questions).toMatchObject({ changed: 1, added: 0 });
    expect(result.isNewDigest).toBe(true);
    const second = await question("entry-day");
    expect(second.current?.number).toBe(2);
    expect(second.versions.map(({ body }) => body)).toEqual([
      '{"type":"true-false","answer":true}',
      '{"type":"true-false","answer":false}',
    ]);
    await loadLibrary({ now: LATER, library: sample() });
    const back = await question("entry-day");
    expect(back.current?.number).toBe(1);
    expect(back.versions).toHaveLength(2);
  });

  it("makes a new version of a new wording, not of a new difficulty", async () => {
    const harder = withChange(BANK, "difficulty: medium", "difficulty: hard");
    expect((await loadLibrary({ now: LATER, library: libraryOf(harder) })).questions.changed).toBe(1);
    const row = await question("zunyi-order");
    expect([row.difficulty, row.versions.length]).toEqual(["hard", 1]);
    const reworded = withChange(BANK, "把长征中的三件事", "请把长征中的三件事");
    await loadLibrary({ now: LATER, library: libraryOf(reworded) });
    expect((await question("zunyi-order")).current?.number).toBe(2);
    await loadLibrary({ now: LATER, library: sample() });
  });

  it("retires what the files no longer have and restores what is back", async () => {
    expect((await loadLibrary({ now: LATER, library: without("zunyi-kinds") })).questions.retired).toBe(1);
    const retired = await question("zunyi-kinds");
    expect([retired.state, retired.retiredAt, retired.versions.length]).toEqual(["retired", LATER, 1]);
    expect((await loadLibrary({ now: LATER, library: without("zunyi-kinds") })).questions.retired).toBe(0);
    expect((await loadLibrary({ now: LATER, library: sample() })).questions.restored).toBe(1);
    const restored = await question("zunyi-kinds");
    expect([restored.state, restored.retiredAt]).toEqual(["active", null]);
  });

  it("retires and restores an entry", async () => {
    const files = sampleFiles().filter(({ path }) => path !== "daily/01-15.md");
    const library = {
      ...libraryOf(files),
      questions: sample().questions.filter(({ data }) => data.id !== "entry-day"),
    };
    expect((await loadLibrary({ now: LATER, library })).items.retired).toBe(1);
    expect((await db().contentItem.findUniqueOrThrow({ where: { id: "daily/01-15" } })).retiredAt).toEqual(LATER);
    expect((await loadLibrary({ now: LATER, library: sample() })).items.restored).toBe(1);
  });

  it("lets a newer file version of a locally changed question wait, and never takes it by itself", async () => {
    const first = await question("zunyi-pairs");
    const [original] = first.versions;
    if (original === undefined) throw new Error("no version");
    const { questionId, body, explanation, anchor, passage, sources, createdAt } = original;
    const local = await db().questionVersion.create({
      data: {
        questionId,
        body,
        explanation,
        anchor,
        passage,
        sources,
        createdAt,
        number: 2,
        digest: "local",
        stem: "本单位改过的题干",
      },
    });
    await db().question.update({ where: { id: "zunyi-pairs" }, data: { origin: "local", versionId: local.id } });
    expect((await loadLibrary({ now: LATER, library: sample() })).questions.waiting).toBe(0);
    expect(await question("zunyi-pairs")).toMatchObject({ versionId: local.id, upstreamId: null });

    const changed = libraryOf(withChange(BANK, "把会议和地点连起来。", "把三次会议和所在的省连起来。"));
    expect((await loadLibrary({ now: LATER, library: changed })).questions.waiting).toBe(1);
    const waiting = await question("zunyi-pairs");
    expect(waiting.versionId).toBe(local.id);
    expect(waiting.versions.find(({ id }) => id === waiting.upstreamId)).toMatchObject({
      number: 3,
      stem: "把三次会议和所在的省连起来。",
    });
    expect((await loadLibrary({ now: LATER, library: changed })).questions.waiting).toBe(0);

    await loadLibrary({ now: LATER, library: sample() });
    expect((await question("zunyi-pairs")).upstreamId).toBeNull();
    await loadLibrary({ now: LATER, library: without("zunyi-pairs") });
    expect((await question("zunyi-pairs")).state).toBe("active");
  });

  it("leaves a void question void", async () => {
    await db().question.update({ where: { id: "zunyi-place" }, data: { state: "void" } });
    await loadLibrary({ now: LATER, library: libraryOf(withChange(BANK, "这次扩大会议", "那次扩大会议")) });
    const row = await question("zunyi-place");
    expect([row.state, row.current?.number]).toEqual(["void", 2]);
  });

  it("loads once when two commands load at the same time", async () => {
    const fresh = libraryOf(withChange(BANK, "遵义会议解决了", "遵义的会议解决了"));
    await Promise.all([1, 2, 3].map(() => loadLibrary({ now: LATER, library: fresh })));
    const row = await question("zunyi-kinds");
    expect(row.versions).toHaveLength(2);
    expect(row.current?.number).toBe(2);
  });
});
