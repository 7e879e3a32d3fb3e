import { beforeAll, expect, test } from "vitest";
import { writeImport } from "@/features/imports/mutations/write-import";
import { changesInWords } from "@/features/imports/view";
import { findMemberByLoginKey, loginKeyOf } from "@/features/members/queries";
import { createMember } from "@/features/members/mutations/create-member";
import { addFurtherLogin } from "@/features/members/mutations/further-login";
import { db } from "@/lib/db";
import { addOrganisation, addStaff, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, NOW, problemsOf, rowsOf, write } from "./staging";

const HEADS = ["姓名", "手机号", "工号", "组织名称", "身份"];
const NOTHING = { new: 0, update: 0, same: 0, move: 0, fault: 0 };

describeOnBothEngines("rows with a phone and a work number", () => {
  beforeAll(async () => {
    await addStaff("staff");
    await addStation("s1");
    await addOrganisation("o1", "s1");
  });

  const look = (name: string, phone: string, number: string) =>
    bring({ kind: "members", content: csvOf(HEADS, [[name, phone, number, "示例企业o1", "职工"]]) });
  const ownerOf = async (typed: string) => (await findMemberByLoginKey(loginKeyOf(typed) ?? ""))?.memberId;

  async function add(name: string, login: string): Promise<string> {
    const places = { organisationId: "o1", branchId: null };
    const common = { standing: "employee", roles: [], since: "2026-03-01", actorId: null, now: NOW } as const;
    const made = await createMember({ ...common, name, login, ...places });
    if (!made.ok) throw new Error(made.detail);
    return made.memberId;
  }

  test("store both for a new person, with the number at the employer", async () => {
    expect(await write(await look("示例甲", "13900000201", "0201"))).toMatchObject({ ok: true });
    const memberId = (await ownerOf("13900000201")) ?? "";
    expect(await ownerOf("O1-0201")).toBe(memberId);
    expect(await db().employment.findMany({ where: { memberId } })).toMatchObject([{ workNumber: "0201" }]);
  });

  test("find somebody known by the number, say that a phone is added, and add it", async () => {
    const memberId = await add("示例乙", "O1-0012");
    const importId = await look("示例乙", "13900000202", "0012");
    expect(await countsOf(importId)).toEqual({ ...NOTHING, update: 1 });
    const [row] = await rowsOf(importId);
    expect(row && changesInWords(row, {})).toBe("加登录名13900000202");
    const before = await db().member.count();
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await db().member.count()).toBe(before);
    expect([await ownerOf("13900000202"), await ownerOf("O1-0012")]).toEqual([memberId, memberId]);

    const acts = await db().auditEntry.findMany({ where: { subjectId: memberId, NOT: { action: "member.create" } } });
    expect(acts.map(({ action }) => action)).toEqual(["member.login.add"]);
    expect(JSON.parse(acts[0]?.detail ?? "")).toEqual({ after: { means: "phone" }, importId });
    expect(await countsOf(await look("示例乙", "13900000202", "0012"))).toEqual({ ...NOTHING, same: 1 });
  });

  test("take the number of a former employer away, once the file has brought another login", async () => {
    const memberId = await add("示例庚", "O1-0017");
    await db().employment.updateMany({ where: { memberId }, data: { until: "2026-06-30" } });
    const content = csvOf(HEADS, [["示例庚", "13900000207", "O1-0017", "", "职工"]]);
    expect(await write(await bring({ kind: "members", content }))).toMatchObject({ ok: true });
    expect([await ownerOf("13900000207"), await ownerOf("O1-0017")]).toEqual([memberId, undefined]);
    const told = await db().notice.findMany({ where: { memberId } });
    expect(told.map(({ text }) => text)).toEqual(["原单位的工号登录名已经停用。"]);
  });

  test("with the number of the first employer take those of others away", async () => {
    await addOrganisation("o2", "s1");
    const memberId = await add("示例辛", "13900000208");
    await db().employment.deleteMany({ where: { memberId } });
    await addFurtherLogin({ memberId, login: "O1-0018", actorId: "staff", now: NOW });
    const content = csvOf(HEADS, [["示例辛", "13900000208", "0012", "示例企业o2", "职工"]]);
    expect(await write(await bring({ kind: "members", content }))).toMatchObject({ ok: true });
    const owners = await Promise.all(["13900000208", "O2-0012", "O1-0018"].map(ownerOf));
    expect(owners).toEqual([memberId, memberId, undefined]);
  });

  test("of two people are a fault, and neither is changed", async () => {
    await add("示例丙", "O1-0013");
    await add("示例丙", "13900000203");
    const importId = await look("示例丙", "13900000203", "0013");
    expect(await countsOf(importId)).toEqual({ ...NOTHING, fault: 1 });
    expect(await problemsOf(importId)).toEqual(["这个号码和这一行的另一个号码登记在两个人名下。"]);
  });

  test("are not for the committee to change where they are a committee member's", async () => {
    const people = [await add("示例丁", "O1-0014"), await add("示例戊", "O1-0015")];
    const grant = { role: "committee", scopeKind: "zone", since: "2026-01-01" };
    await db().roleGrant.createMany({ data: people.map((memberId) => ({ ...grant, memberId })) });
    const lines = [
      ["示例丁", "13900000204", "0014", "示例企业o1", "职工"],
      ["示例戊", "", "0015", "示例企业o1", "正式党员"],
    ];
    const importId = await bring({ kind: "members", content: csvOf(HEADS, lines) });
    expect(await problemsOf(importId)).toEqual(["这个人的资料不归你改。", "这个人的资料不归你改。"]);
    expect(await ownerOf("13900000204")).toBeUndefined();
  });

  test("that somebody may not edit any more are not written", async () => {
    const memberId = await add("示例己", "O1-0016");
    const importId = await look("示例己", "13900000206", "0016");
    expect(await countsOf(importId)).toEqual({ ...NOTHING, update: 1 });
    const other = await look("示例己", "13900000206", "0016");
    const byThemselves = await writeImport({ importId: other, actorId: memberId, clock: () => NOW });
    expect(byThemselves).toMatchObject({ ok: false, reason: "changed" });
    expect(await problemsOf(other)).toEqual(["这是你自己的资料，不能自己改。"]);
    await db().roleGrant.create({
      data: { memberId, role: "administrator", scopeKind: "zone", since: "2026-01-01" },
    });
    expect(await write(importId)).toMatchObject({ ok: false, reason: "changed" });
    expect(await ownerOf("13900000206")).toBeUndefined();
  });
});
