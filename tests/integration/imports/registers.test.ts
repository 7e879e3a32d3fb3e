import { beforeAll, expect, test } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { asDownload, memberRegister, organisationRegister } from "@/features/imports/sheet";
import { listMemberLines, listOrganisationLines } from "@/features/imports/queries/list-register";
import { createMember } from "@/features/members/mutations/create-member";
import { db } from "@/lib/db";
import { readWorkbook } from "@/lib/sheets/read";
import type { SheetFormat } from "@/lib/sheets/types";
import type { SheetTable } from "@/lib/sheets/write";
import { addBranch, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, NOW, problemsOf, TODAY, write } from "./staging";

const ZONE = { stationId: null } as ZoneScope;
const STATION = { stationId: "s1" } as ZoneScope;
const FORMATS: readonly SheetFormat[] = ["xlsx", "csv"];
const SAME = { new: 0, update: 0, move: 0, fault: 0 };

async function bytesOf(table: SheetTable, format: SheetFormat): Promise<Buffer> {
  return Buffer.from(await (await asDownload("示例名册", table, format)).arrayBuffer());
}

const members = async (logins: "whole" | "masked", scope = ZONE) =>
  memberRegister(await listMemberLines(scope, { today: TODAY, logins }));

async function add(name: string, login: string, more: { organisationId?: string; branchId?: string } = {}) {
  const places = { organisationId: more.organisationId ?? "o1", branchId: more.branchId ?? null };
  const common = { standing: "full", roles: [], since: "2026-03-01", actorId: null, now: NOW } as const;
  const made = await createMember({ ...common, name, login, ...places });
  if (!made.ok) throw new Error(made.detail);
  return made.memberId;
}

describeOnBothEngines("registers that are taken away", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addStation("s2");
    await addOrganisation("o1", "s1");
    await addOrganisation("o2", "s2");
    await addBranch("b1", "s1");
    await db().organisation.update({
      where: { id: "o2" },
      data: { name: "=示例（集团）公司", nameKey: "=示例(集团)公司" },
    });
    await add("示例甲", "13900000101", { branchId: "b1" });
    await add("示例乙", "O1-00123");
    await add("示例丙", "13900000103", { organisationId: "o2" });
    const four = await add("示例丁", "13900000104");
    await db().member.update({ where: { id: four }, data: { standing: "probationary", state: "active" } });
  });

  test.each(FORMATS)("come back as .%s with every row known and nothing to do", async (format) => {
    const organisations = organisationRegister(await listOrganisationLines(ZONE), ["示例站s1", "示例站s2"]);
    const first = await bring({ kind: "organisations", content: await bytesOf(organisations, format) });
    expect(await countsOf(first)).toEqual({ ...SAME, same: 2 });
    const second = await bring({ kind: "members", content: await bytesOf(await members("whole"), format) });
    expect(await problemsOf(second)).toEqual([]);
    expect(await countsOf(second)).toEqual({ ...SAME, same: 4 });
  });

  test("hold whole phones and the zeros of work numbers; those for a station have their phones masked", async () => {
    const numbersOf = async (table: SheetTable) => {
      const { sheets } = await readWorkbook(await bytesOf(table, "xlsx"));
      return (sheets[0]?.rows ?? []).flatMap(({ cells }) =>
        cells.filter(({ column }) => column === "B" || column === "C").map(({ text }) => text),
      );
    };
    const whole = await numbersOf(await members("whole"));
    expect(whole).toEqual(expect.arrayContaining(["13900000101", "O1-00123"]));
    const masked = await numbersOf(await members("masked"));
    expect(masked.join()).not.toMatch(/1390000010\d/);
    expect(masked).toHaveLength(whole.length);
  });

  test.each(FORMATS)("of a station come back as .%s with nothing to do and no fault, stars and all", async (format) => {
    const content = await bytesOf(await members("masked", STATION), format);
    const importId = await bring({ kind: "members", content, stationId: "s1" });
    expect(await problemsOf(importId)).toEqual([]);
    expect(await countsOf(importId)).toEqual({ ...SAME, same: 3 });
    const before = await db().login.count();
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await db().login.count()).toBe(before);
  });

  test("with stars that fit nobody say so by cell", async () => {
    const lines = [
      ["示例甲", "139****0199", "示例企业o1"],
      ["示例丙", "139****0103", "示例企业o1"],
    ];
    const importId = await bring({ kind: "members", content: csvOf(["姓名", "手机号", "组织名称"], lines) });
    expect((await problemsOf(importId)).filter((problem) => problem.startsWith("手机号打了星号"))).toHaveLength(2);
  });

  test("of a station hold its own organisations and people alone", async () => {
    const lines = await listMemberLines(STATION, { today: TODAY, logins: "masked" });
    expect(lines.map(({ name }) => name).sort()).toEqual(["示例丁", "示例乙", "示例甲"].sort());
    expect((await listOrganisationLines(STATION)).map(({ shortCode }) => shortCode)).toEqual(["O1"]);
  });

  test("hold those without an employer too, as they stand", async () => {
    const between = await add("示例戊", "13900000105");
    await db().employment.updateMany({ where: { memberId: between }, data: { until: "2026-10-01" } });
    const importId = await bring({ kind: "members", content: await bytesOf(await members("whole"), "xlsx") });
    expect(await problemsOf(importId)).toEqual([]);
    expect(await countsOf(importId)).toEqual({ ...SAME, same: 5 });
  });

  test("of a station hold those of its branches, wherever they work, and come back with nothing to do", async () => {
    const [idle, abroad] = [
      await add("示例己", "13900000106", { branchId: "b1" }),
      await add("示例庚", "13900000107", { branchId: "b1" }),
    ];
    await db().employment.deleteMany({ where: { memberId: idle } });
    await db().employment.updateMany({ where: { memberId: abroad }, data: { organisationId: "o2" } });
    const names = (await listMemberLines(STATION, { today: TODAY, logins: "masked" })).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["示例己", "示例庚"]));
    const content = await bytesOf(await members("masked", STATION), "xlsx");
    const importId = await bring({ kind: "members", content, stationId: "s1" });
    expect(await problemsOf(importId)).toEqual([]);
    expect(await countsOf(importId)).toEqual({ ...SAME, same: 5 });
    const others = await listMemberLines({ stationId: "s2" } as ZoneScope, { today: TODAY, logins: "masked" });
    expect(others.map(({ name }) => name)).toEqual(["示例丙"]);
  });
});
