import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { addBranch, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, csvOf, fileOf, write } from "./staging";

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

describeOnBothEngines("an import while the register changes", () => {
  beforeAll(async () => {
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
  async function lookAtOne(): Promise<string> {
    next += 1;
    const { name: home } = await db().organisation.findUniqueOrThrow({ where: { id: "o1" } });
    const { name: branch } = await db().branch.findUniqueOrThrow({ where: { id: "b1" } });
    const heads = ["姓名", "手机号", "组织名称", "支部", "身份"];
    const row = ["示例甲", `1391111${String(next).padStart(4, "0")}`, home, branch, "正式党员"];
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
});
