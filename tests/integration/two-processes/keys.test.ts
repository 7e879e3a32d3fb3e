import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeEach, expect, it } from "vitest";
import { acceptKeys, bindKeys } from "@/features/installation/mutations";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { loadKeys, ownKeyIds } from "@/lib/keys";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date("2026-11-22T02:00:00Z");
const OWN = { session: "s1", contacts: "c1", lookup: "l1", receipts: "r1" };
const bind = (over: Partial<typeof OWN> = {}, verifies: string[] = []) =>
  bindKeys({ ids: { ...OWN, ...over }, verifies });

describeOnBothEngines("the keys of a database", (engine) => {
  beforeEach(async () => {
    await db().setting.deleteMany({ where: { key: "keys" } });
    await bind();
  });

  it("are those of the first process; every other one needs the same", async () => {
    expect(await bind()).toEqual([]);
    expect(await bind({ session: "s2" })).toEqual(["session"]);
    expect(await bind({ contacts: "c2", lookup: "l2" })).toEqual(["contacts", "lookup"]);
    expect(await bind()).toEqual([]);
  });

  it("belong to one of those who start at the same moment", async () => {
    await db().setting.deleteMany({ where: { key: "keys" } });
    const results = await Promise.all(["a", "b", "c", "d"].map((session) => bind({ session })));
    expect(results.filter((names) => names.length === 0)).toHaveLength(1);
    expect(results.filter((names) => names.join() === "session")).toHaveLength(3);
  });

  it("for receipts may be followed by a new one that the old receipts can still be verified beside", async () => {
    expect(await bind({ receipts: "r2" }, ["r2", "another"])).toEqual(["receipts"]);
    expect(await bind({ receipts: "r2", session: "s2" }, ["r2", "r1"])).toEqual(["session", "receipts"]);
    expect(await bind({ receipts: "r2" }, ["r2", "r1"])).toEqual([]);
    expect(await bind()).toEqual(["receipts"]);
  });

  it("of sessions and receipts change on an administrator's word, recorded; the others never", async () => {
    expect(await acceptKeys({ ids: { ...OWN, session: "s2", receipts: "r2" }, now })).toEqual([]);
    expect(await bind({ session: "s2", receipts: "r2" })).toEqual([]);
    expect(await acceptKeys({ ids: { ...OWN, session: "s3", contacts: "c3" }, now })).toEqual(["contacts"]);
    expect(await bind({ session: "s2", receipts: "r2" })).toEqual([]);
    const acts = await db().auditEntry.findMany({ where: { action: "installation.accept-keys" } });
    expect(acts.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([
      { before: OWN, after: { ...OWN, session: "s2", receipts: "r2" } },
    ]);
  });

  it("keep a command with other keys away before it changes anything", async () => {
    await db().setting.deleteMany({ where: { key: "keys" } });
    expect(await bindKeys(ownKeyIds())).toEqual([]);
    const folder = mkdtempSync(path.join(tmpdir(), "zhijian-foreign-"));
    loadKeys(folder);
    const migrate = promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/migrate.ts"], {
      env: { ...process.env, DATA_DIR: folder },
    });
    await expect(migrate).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^没有启动：这个数据库是用另一组密钥建立的，会话（session）、.*数据没有改动。/,
      ) as string,
    });
    rmSync(folder, { recursive: true });
    expect(env().DATABASE.engine).toBe(engine);
  });
});
