import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db, engine, inTransaction, type Tx } from "@/lib/db";
import { addBranch, addOrganisation, addStaff, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, csvOf, fileOf, rowsOf, write } from "./staging";

/** What happens in the register after the rows were judged once more and before they are written, once for each transaction. */
const meanwhile: (() => Promise<unknown>)[] = [];

vi.mock(import("@/lib/db/prepared"), async (original) => {
  const prepared = await original();
  return {
    ...prepared,
    inSqlTransaction: async (work) => {
      await meanwhile.shift()?.();
      return prepared.inSqlTransaction(work);
    },
  };
});

/** However slowly the import comes to where it waits. */
const HELD_MS = 100_000;

/** Whether somebody waits for a lock. On SQLite the next transaction always waits for the open one. */
async function isWaitedFor(): Promise<boolean> {
  if (engine() === "sqlite") return true;
  const [row] = await db().$queryRaw<{ waiting: bigint }[]>`SELECT COUNT(*) AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return Number(row?.waiting ?? 0) > 0;
}

/** Before the rows are written `act` begins, and is committed once the import waits for it or has ended without waiting. */
async function writeWhileOpen(importId: string, act: (tx: Tx) => Promise<unknown>) {
  let commit = (): void => undefined;
  const held = new Promise<void>((resolve) => (commit = resolve));
  const ends: Promise<void>[] = [];
  const begun = new Promise<void>((begin) => {
    meanwhile.push(async () => {
      const hold = async (tx: Tx) => {
        await act(tx);
        begin();
        await held;
      };
      const open = inTransaction(hold, { timeout: HELD_MS, tries: 1 });
      ends.push(open);
      await begun;
    });
  });
  let isEnded = false;
  const writing = write(importId).finally(() => (isEnded = true));
  await begun;
  await expect.poll(async () => isEnded || (await isWaitedFor())).toBe(true);
  commit();
  await Promise.all(ends);
  return writing;
}

describeOnBothEngines("an import while the register changes", () => {
  beforeAll(async () => {
    await addStaff("staff");
    await addStation("s1");
    await addOrganisation("o1", "s1");
    await addBranch("b1", "s1");
    await addBranch("b2", "s1");
    await db().branch.updateMany({ data: { kind: "joint", hostOrganisationId: null } });
  });
  beforeEach(() => {
    meanwhile.length = 0;
  });

  let next = 0;
  async function lookAtOne(standing = "正式党员"): Promise<string> {
    if (standing === "正式党员") next += 1;
    const { name: home } = await db().organisation.findUniqueOrThrow({ where: { id: "o1" } });
    const { name: branch } = await db().branch.findUniqueOrThrow({ where: { id: "b1" } });
    const heads = ["姓名", "手机号", "组织名称", "支部", "身份"];
    const row = ["示例甲", `1391111${String(next).padStart(4, "0")}`, home, branch, standing];
    const importId = await bring({ kind: "members", content: csvOf(heads, [row]) });
    expect((await fileOf(importId)).state).toBe("checked");
    return importId;
  }
  const edit = (id: string, data: Record<string, unknown>) => () =>
    db().branch.update({ where: { id }, data: { ...data, version: { increment: 1 } } });

  test("writes nothing into a branch that was closed after the rows were judged", async () => {
    const importId = await lookAtOne();
    const before = await db().member.count();
    meanwhile.push(edit("b1", { state: "closed" }));
    expect(await write(importId)).toMatchObject({ ok: false, reason: "changed" });
    expect(await db().member.count()).toBe(before);
    expect((await fileOf(importId)).state).toBe("checked");
    await edit("b1", { state: "active" })();
  });

  test("is judged again and written when what changed was something else", async () => {
    const importId = await lookAtOne();
    const before = await db().member.count();
    meanwhile.push(edit("b2", { name: "示例改名支部" }));
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await db().member.count()).toBe(before + 1);
  });

  test("is shown anew when something changes every time, and can be written afterwards", async () => {
    const importId = await lookAtOne();
    const before = await db().member.count();
    meanwhile.push(...[1, 2, 3].map((count) => edit("b2", { name: `示例改名支部${count}` })));
    expect(await write(importId)).toMatchObject({ ok: false, reason: "changed" });
    expect(await db().member.count()).toBe(before);
    expect(await write(importId)).toMatchObject({ ok: true });
  });

  test.each<["branch" | "organisation", string]>([
    ["branch", "b1"],
    ["organisation", "o1"],
  ])("waits while its %s is being closed, and writes nothing into it", async (table, id) => {
    const importId = await lookAtOne();
    const before = await db().member.count();
    const set = (tx: Pick<Tx, "$executeRawUnsafe">, state: string) =>
      tx.$executeRawUnsafe(`UPDATE ${table} SET state = '${state}', version = version + 1 WHERE id = '${id}'`);
    expect(await writeWhileOpen(importId, (tx) => set(tx, "closed"))).toMatchObject({ ok: false, reason: "changed" });
    expect(await db().member.count()).toBe(before);
    await set(db(), "active");
  });

  test("waits for an office that somebody is being given, and leaves them as they are", async () => {
    await write(await lookAtOne());
    const importId = await lookAtOne("预备党员");
    const memberId = (await rowsOf(importId))[0]?.existingId ?? "";
    const grant = async (tx: Tx) => {
      await tx.member.updateMany({ where: { id: memberId }, data: { id: memberId } });
      await tx.roleGrant.create({ data: { memberId, role: "administrator", scopeKind: "zone", since: "2020-01-01" } });
    };
    expect(await writeWhileOpen(importId, grant)).toMatchObject({ ok: false, reason: "changed" });
    expect(await db().member.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({ standing: "full" });
  });
});
