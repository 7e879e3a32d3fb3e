import { beforeAll, beforeEach, expect, test } from "vitest";
import { parseCreditCode } from "@/domain/people/credit-code";
import { db } from "@/lib/db";
import { addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, fileOf, problemsOf, rowsOf, write } from "./staging";

const HEADS = ["组织名称", "类型", "组织短码", "统一社会信用代码", "所属党群工作站"];
type Line = readonly [name: string, kind: string, shortCode: string, creditCode: string, station: string];

/** A right code for a number. */
function creditCode(number: number): string {
  const first17 = `91350100M${String(number).padStart(8, "0")}`;
  const right = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].find((last) => "value" in parseCreditCode(first17 + last));
  return `${first17}${right ?? ""}`;
}

const look = (lines: readonly Line[], stationId: string | null = null) =>
  bring({ kind: "organisations", content: csvOf(HEADS, lines), stationId });

let next = 0;
function line(over: Partial<Record<"name" | "kind" | "shortCode" | "creditCode" | "station", string>> = {}): Line {
  next += 1;
  return [
    ...([over.name ?? `示例组织${next}`, over.kind ?? "企业", over.shortCode ?? `SL${next}`] as const),
    ...([over.creditCode ?? creditCode(next), over.station ?? "示例站s1"] as const),
  ];
}

const storedOf = (shortCode: string) => db().organisation.findFirst({ where: { shortCode } });

describeOnBothEngines("importing organisations", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addStation("s2");
    await addOrganisation("o1", "s1");
    await addOrganisation("o2", "s2");
  });
  beforeEach(async () => {
    await db().importFile.deleteMany();
  });

  test("are registered, and the same file again is nothing to do", async () => {
    const lines = [line({ name: "示例（集团） 公司" }), line({ kind: "社会组织", shortCode: "slxh9", creditCode: "" })];
    const before = await db().organisation.count();
    const importId = await look([...lines, line({ kind: "其他" })]);
    expect(await countsOf(importId)).toEqual({ new: 2, update: 0, same: 0, move: 0, fault: 1 });
    expect(await db().organisation.count()).toBe(before);

    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await storedOf("SLXH9")).toMatchObject({
      kind: "social",
      stationId: "s1",
      state: "active",
      creditCode: null,
    });
    expect(await storedOf(lines[0]?.[2] ?? "")).toMatchObject({ kind: "enterprise", creditCode: lines[0]?.[3] });
    const history = await db().auditEntry.findMany({ where: { actorId: "staff" } });
    expect(history.filter(({ action }) => action === "organisation.create")).toHaveLength(2);
    expect(history.filter(({ action, subjectId }) => action === "import.write" && subjectId === importId)).toHaveLength(
      1,
    );

    const again = await look(lines);
    expect(await countsOf(again)).toEqual({ new: 0, update: 0, same: 2, move: 0, fault: 0 });
    await write(again);
    expect(await db().organisation.count()).toBe(before + 2);
    expect(await db().auditEntry.count({ where: { action: "organisation.create", actorId: "staff" } })).toBe(2);
  });

  test("known by their code get a new name, known by their name a code and a kind; empty cells leave what is stored", async () => {
    const [one, two] = [line(), line({ creditCode: "" })];
    await write(await look([one, two]));
    const renamed: Line = [`${one[0]}新名`, "", "", one[3], ""];
    const completed: Line = [two[0], "社会组织", "", creditCode(900), ""];
    const importId = await look([renamed, completed]);
    expect(await countsOf(importId)).toMatchObject({ new: 0, update: 2, fault: 0 });
    await write(importId);
    expect(await storedOf(one[2])).toMatchObject({ name: `${one[0]}新名`, kind: "enterprise", version: 1 });
    expect(await storedOf(two[2])).toMatchObject({ name: two[0], kind: "social", creditCode: creditCode(900) });
    const entry = await db().auditEntry.findFirst({
      where: { subjectId: (await storedOf(one[2]))?.id ?? "", action: "organisation.edit" },
    });
    expect(JSON.parse(entry?.detail ?? "{}")).toMatchObject({
      before: { name: one[0] },
      after: { name: `${one[0]}新名` },
    });
  });

  test("of another station than stored are a move and are left where they are", async () => {
    const known = line();
    await write(await look([known]));
    const importId = await look([[known[0], "", "", "", "示例站s2"]]);
    expect(await countsOf(importId)).toMatchObject({ update: 0, move: 1, fault: 0 });
    await write(importId);
    expect(await storedOf(known[2])).toMatchObject({ stationId: "s1", version: 0 });
  });

  test("that are closed, doubled, or whose short code is somebody else's say so", async () => {
    const closed = line();
    await write(await look([closed]));
    await db().organisation.updateMany({ where: { name: closed[0] }, data: { state: "closed" } });
    expect(await problemsOf(await look([closed]))).toContain("这家组织已经停用。");

    const doubled = line();
    const importId = await look([doubled, line({ name: doubled[0] })]);
    expect(await countsOf(importId)).toMatchObject({ new: 0, fault: 2 });

    expect(await countsOf(await look([line({ shortCode: "O1" })]))).toMatchObject({ new: 0, fault: 1 });
  });

  test("a station's committee brings in its own station alone, and names what it leaves out of its own", async () => {
    const own = line();
    const importId = await look([own, line({ station: "示例站s2" }), ["示例企业o2", "社会组织", "", "", ""]], "s1");
    expect((await rowsOf(importId)).map(({ state }) => state)).toEqual(["new", "fault", "fault"]);
    const absent = JSON.parse((await fileOf(importId)).absent) as string[];
    expect(absent).toContain("o1");
    expect(absent).not.toContain("o2");
    await write(importId);
    expect(await storedOf(own[2])).toMatchObject({ stationId: "s1" });
    expect(await db().organisation.findUnique({ where: { id: "o2" } })).toMatchObject({ kind: "enterprise" });
  });

  test("a name that was taken after the look is seen before anything is written", async () => {
    const [one, two] = [line(), line()];
    const importId = await look([one, two]);
    await write(await look([[two[0], two[1], "ANDERS", creditCode(901), two[4]]]));
    const before = await db().organisation.count();
    expect(await write(importId)).toMatchObject({ ok: false, reason: "changed" });
    expect(await db().organisation.count()).toBe(before);
    expect(await countsOf(importId)).toMatchObject({ new: 1, fault: 1 });
  });
});
