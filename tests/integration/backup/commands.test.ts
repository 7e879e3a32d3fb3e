import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { keyFolder } from "@/lib/keys";
import { plantOddRows } from "@/tests/factories/odd-rows";
import { describeOnBothEngines, emptyDatabase } from "@/tests/support/database";

type Ended = { code: number; stdout: string; stderr: string };

/** Runs a command as `npm run <name> -- <args>` does. */
async function run(script: string, args: readonly string[], settings: Record<string, string> = {}): Promise<Ended> {
  const environment: NodeJS.ProcessEnv = { ...process.env, ...settings };
  if (settings["DATABASE_URL"] === "") delete environment["DATABASE_URL"];
  const running = promisify(execFile)(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
    env: environment,
  });
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as Ended,
  );
}

describeOnBothEngines("the commands of backup", (engine) => {
  let work: string;
  const file = () => path.join(work, `zhijian-${businessDateOf(new Date())}.tar`);

  beforeAll(async () => {
    work = mkdtempSync(path.join(tmpdir(), "zhijian-commands-"));
    await plantOddRows();
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it("write, verify and restore, each with its sentence and its exit code", async () => {
    const { code, stdout, stderr } = await run("backup", ["--to", work, "--keep", "14"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^已备份：.*\.tar\n\d+张表，\d+行，写完后已逐字节读回核对.*\n密钥不在备份里面。/);
    expect(readdirSync(work)).toEqual([path.basename(file())]);

    const verified = await run("verify-backup", [file()]);
    expect(verified).toMatchObject({ code: 0, stderr: "" });
    expect(verified.stdout).toContain(`来自${engine === "sqlite" ? "SQLite" : "PostgreSQL"}`);
    expect(verified.stdout).toContain("积分流水核对无误：1人，1条流水");
    expect(verified.stdout).toMatch(/这份备份可用。\n$/);

    const folder = path.join(work, "new");
    const own = await emptyDatabase(engine);
    const target = { DATABASE_URL: engine === "sqlite" ? "" : own.url };
    const withoutKeys = await run("restore", [file(), folder], target);
    expect(withoutKeys.code).toBe(1);
    expect(withoutKeys.stderr).toContain("缺少contacts.key");
    const keys = ["--keys", keyFolder(env().DATA_DIR)];
    expect(await run("restore", [file(), folder, ...keys], target)).toMatchObject({ code: 0, stderr: "" });
    const again = await run("restore", [file(), folder, ...keys], target);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/^没有恢复：.*不是空的/);
    expect((await run("migrate", [], { ...target, DATA_DIR: folder })).stdout).toContain("已是最新");
    await own.remove();
  });

  it.runIf(engine === "sqlite")(
    "name damage, sums that do not agree, and wrong usage",
    async () => {
      const damaged = path.join(work, "damaged.tar");
      const bytes = readFileSync(file());
      cpSync(file(), damaged);
      writeFileSync(damaged, bytes.subarray(0, bytes.length - 2000));
      const cut = await run("verify-backup", [damaged]);
      expect([cut.code, cut.stderr]).toEqual([1, expect.stringMatching(/^这份备份不可用：文件不完整/)]);

      await db().pointsTotal.updateMany({ data: { total: 1000 } });
      const folder = path.join(work, "wrong");
      await run("backup", ["--to", folder]);
      const [name = ""] = readdirSync(folder);
      const wrong = await run("verify-backup", [path.join(folder, name)]);
      expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("积分流水或回想合计有")]);
      expect(wrong.stdout).toContain("试恢复成功");

      const misused = [run("backup", ["--keep", "0"]), run("restore", [damaged]), run("verify-backup", [])];
      expect((await Promise.all(misused)).map(({ code }) => code)).toEqual([2, 2, 2]);
      const missing = await run("verify-backup", [path.join(work, "nothing.tar")]);
      expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining("文件或文件夹不存在")]);
    },
    120_000,
  );
});
