import { beforeAll, beforeEach, expect, test } from "vitest";
import { chooseColumns, cancelImport, purgeImports, resumeImports } from "@/features/imports/mutations/end-imports";
import { checkImport } from "@/features/imports/mutations/check-import";
import { receiveImport } from "@/features/imports/mutations/receive-import";
import { writeImport } from "@/features/imports/mutations/write-import";
import type { ImportCounts } from "@/features/imports/types";
import { findMemberByLoginKey, loginKeyOf } from "@/features/members/queries";
import { db } from "@/lib/db";
import { writeCsv } from "@/lib/sheets/write-csv";
import { addBranch, addOrganisation, addStaff, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T03:00:00Z");
const clock = () => NOW;
const HEADS = ["姓名", "手机号", "组织名称", "支部", "身份"];

type Line = readonly [name: string, phone: string, organisation: string, branch: string, standing: string];

const sheet = (lines: readonly Line[], heads: readonly string[] = HEADS): Buffer =>
  writeCsv({ columns: heads.map((header) => ({ header, kind: "text" as const })), rows: lines });

async function receive(content: Buffer, stationId: string | null = null): Promise<string> {
  const file = { kind: "members" as const, stationId, fileName: "示例名册.csv", content, actorId: "staff", now: NOW };
  return (await receiveImport(file)).importId;
}

async function look(content: Buffer, stationId: string | null = null): Promise<string> {
  const importId = await receive(content, stationId);
  expect(await checkImport({ importId, clock })).toBe(true);
  return importId;
}

const write = (importId: string) => writeImport({ importId, actorId: "staff", clock });
const fileOf = (id: string) => db().importFile.findUniqueOrThrow({ where: { id } });
const countsOf = async (id: string) => JSON.parse((await fileOf(id)).counts) as ImportCounts;

let next = 0;
const phone = (): string => {
  next += 1;
  return `1390000${String(next).padStart(4, "0")}`;
};

describeOnBothEngines("importing members", () => {
  let home: string;
  let branch: string;

  beforeAll(async () => {
    await addStaff("staff");
    await addStation("s1");
    await addStation("s2");
    await addOrganisation("o1", "s1");
    await addOrganisation("o2", "s2");
    await addBranch("b1", "s1");
    await addBranch("b2", "s1");
    home = (await db().organisation.findUniqueOrThrow({ where: { id: "o1" } })).name;
    branch = (await db().branch.findUniqueOrThrow({ where: { id: "b1" } })).name;
    await db().branch.updateMany({ data: { kind: "joint", hostOrganisationId: null } });
  });
  beforeEach(async () => {
    await db().importFile.deleteMany();
  });

  const line = (over: Partial<Record<"name" | "phone" | "branch" | "standing", string>> = {}): Line => [
    over.name ?? "示例甲",
    over.phone ?? phone(),
    home,
    over.branch ?? branch,
    over.standing ?? "正式党员",
  ];
  const memberOf = async (typed: string) => {
    const found = await findMemberByLoginKey(loginKeyOf(typed) ?? "");
    return (
      found &&
      db().member.findUniqueOrThrow({
        where: { id: found.memberId },
        include: { employments: true, memberships: true },
      })
    );
  };

  test("is looked at without writing anything, then written as a whole, then the same again is nothing to do", async () => {
    const [one, two] = [line({ name: "张　三示例" }), line({ standing: "预备党员" })];
    const before = await db().member.count();
    const importId = await look(sheet([one, two, line({ phone: "1380000" })]));
    expect(await countsOf(importId)).toEqual({ new: 2, update: 0, same: 0, move: 0, fault: 1 });
    expect(await db().member.count()).toBe(before);

    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await memberOf(one[1])).toMatchObject({
      ...{ name: "张三示例", standing: "full", state: "invited" },
      employments: [{ organisationId: "o1", since: "2026-11-22", until: null }],
      memberships: [{ branchId: "b1", since: "2026-11-22", until: null }],
    });
    expect(await memberOf(two[1])).toMatchObject({ standing: "probationary" });
    expect(await db().member.count()).toBe(before + 2);

    const again = await look(sheet([one, two]));
    expect(await countsOf(again)).toEqual({ new: 0, update: 0, same: 2, move: 0, fault: 0 });
    await write(again);
    expect(await db().member.count()).toBe(before + 2);
  });

  test("changes name and standing; another branch is a move and is left to both sides", async () => {
    const [one, two] = [line(), line()];
    await write(await look(sheet([one, two])));
    const other = (await db().branch.findUniqueOrThrow({ where: { id: "b2" } })).name;
    const importId = await look(
      sheet([line({ phone: one[1], standing: "预备党员" }), line({ phone: two[1], branch: other })]),
    );
    expect(await countsOf(importId)).toEqual({ new: 0, update: 1, same: 0, move: 1, fault: 0 });
    await write(importId);
    expect(await memberOf(one[1])).toMatchObject({ standing: "probationary", version: 1 });
    expect(await memberOf(two[1])).toMatchObject({ memberships: [{ branchId: "b1", until: null }] });
  });

  test("names those whom the file leaves out and removes nobody", async () => {
    const [one, two] = [line(), line()];
    await write(await look(sheet([one, two])));
    const importId = await look(sheet([one]));
    const absent = JSON.parse((await fileOf(importId)).absent) as string[];
    expect(absent).toContain((await memberOf(two[1]))?.id);
    expect(absent).not.toContain((await memberOf(one[1]))?.id);
    await write(importId);
    expect(await memberOf(two[1])).toMatchObject({ state: "invited" });
  });

  test("what changed since it was shown is judged anew, and nothing is written before it was seen", async () => {
    const [one, two] = [line(), line()];
    const importId = await look(sheet([one, two]));
    await write(await look(sheet([one])));
    const before = await db().member.count();
    expect(await write(importId)).toMatchObject({ ok: false, reason: "changed" });
    expect(await db().member.count()).toBe(before);
    expect(await countsOf(importId)).toMatchObject({ new: 1, same: 1 });
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await db().member.count()).toBe(before + 1);
  });

  test("a double tap writes once", async () => {
    const before = await db().member.count();
    const importId = await look(sheet([line(), line()]));
    const both = await Promise.all([write(importId), write(importId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().member.count()).toBe(before + 2);
  });

  test("of two files with one person, written at once, one wins and the other leaves nothing behind", async () => {
    const shared = line();
    const before = await db().member.count();
    const files = [await look(sheet([line(), shared])), await look(sheet([line(), line(), shared]))];
    const results = await Promise.all(files.map(write));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "changed" });
    const written = results[0]?.ok ? 2 : 3;
    expect(await db().member.count()).toBe(before + written);
    expect(await db().member.count({ where: { id: { not: "staff" }, logins: { none: {} } } })).toBe(0);
    expect(await db().login.count({ where: { member: { employments: { none: {} } } } })).toBe(0);
  });

  test("a station's committee brings in its own station alone", async () => {
    const importId = await look(sheet([line()]), "s2");
    expect(await countsOf(importId)).toMatchObject({ new: 0, fault: 1 });
  });

  test("a station's committee puts nobody into another station's joint branch", async () => {
    await addBranch("b3", "s2");
    const { name } = await db().branch.update({
      where: { id: "b3" },
      data: { kind: "joint", hostOrganisationId: null },
    });
    const one = line({ branch: name });
    const importId = await look(sheet([one]), "s1");
    expect(await countsOf(importId)).toMatchObject({ new: 0, fault: 1 });
    await write(await look(sheet([one])));
    expect(await memberOf(one[1])).toMatchObject({ memberships: [{ branchId: "b3" }] });
    // Who is there by the work committee's act stays, and is no fault of the station's sheet.
    expect(await countsOf(await look(sheet([one]), "s1"))).toMatchObject({ same: 1, fault: 0 });
  });

  test("columns may be chosen by hand and are looked at again", async () => {
    const importId = await look(sheet([line()], ["姓名", "手机号", "组织名称", "备注一", "身份"]));
    expect(await countsOf(importId)).toMatchObject({ new: 1 });
    const chosen = { name: "A", phone: "B", organisation: "C", branch: "D", standing: "E" };
    expect(await chooseColumns(importId, chosen)).toBe(true);
    expect(await resumeImports(clock)).toBe(1);
    const { columns } = JSON.parse((await fileOf(importId)).columns) as {
      columns: { column: string; field: string }[];
    };
    expect(columns.find(({ column }) => column === "D")?.field).toBe("branch");
  });

  test("what cannot be read says why and keeps nothing", async () => {
    const importId = await look(Buffer.from("这是一封信,没有表头\n第二行,也没有\n"));
    expect(await fileOf(importId)).toMatchObject({ state: "failed", content: null });
    expect((await fileOf(importId)).note).toContain("没有找到表头");
    const picture = await receive(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(await fileOf(picture)).toMatchObject({ state: "failed", content: null });
  });

  test("a process that was killed in the middle is followed by another", async () => {
    const importId = await receive(sheet([line()]));
    const gone = new Date(NOW.getTime() - 120_000);
    await db().importFile.update({
      where: { id: importId },
      data: { state: "checking", holder: "gone", heldUntil: gone },
    });
    expect(await resumeImports(clock)).toBe(1);
    expect(await fileOf(importId)).toMatchObject({ state: "checked" });
    await db().importFile.update({
      where: { id: importId },
      data: { state: "writing", holder: "gone", heldUntil: gone },
    });
    await resumeImports(clock);
    expect(await fileOf(importId)).toMatchObject({ state: "checked" });
    expect(await write(importId)).toMatchObject({ ok: true });
  });

  test("given up or a week old, rows and file are forgotten", async () => {
    const importId = await look(sheet([line()]));
    expect(await cancelImport({ importId, actorId: "staff", now: NOW })).toBe(true);
    expect(await write(importId)).toMatchObject({ ok: false, reason: "state" });
    const old = await look(sheet([line()]));
    expect(await purgeImports(new Date(NOW.getTime() + 6 * 86_400_000))).toBe(0);
    expect(await purgeImports(new Date(NOW.getTime() + 8 * 86_400_000))).toBe(1);
    expect(await fileOf(old)).toMatchObject({ content: null });
    expect(await db().importRow.count()).toBe(0);
  });
});
