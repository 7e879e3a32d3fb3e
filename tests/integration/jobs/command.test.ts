import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { JOB_NAMES } from "@/domain/jobs/schedule";
import { db } from "@/lib/db";
import { describeOnBothEngines } from "@/tests/support/database";

/** Runs `npm run jobs -- <args>`. */
async function jobs(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const running = promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/jobs.ts", ...args]);
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

const AT = ["--at", "2026-11-20T03:30+08:00"];

describeOnBothEngines("the command of jobs", () => {
  it("lists every job, does one period once, and again after it failed", async () => {
    const first = await jobs("run", "purge-tokens", ...AT);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^清除过期的邀请、口令和记录，2026年11月20日：办成了，/);
    const again = await jobs("run", "purge-tokens", ...AT);
    expect(again.stdout).toContain("已经办过，或者正在办，没有再办");

    await db().jobRun.updateMany({ data: { state: "failed", attempts: 3 } });
    expect((await jobs("run", "purge-tokens", ...AT)).stdout).toContain("办成了");
    expect(await db().jobRun.findFirst()).toMatchObject({ state: "done", attempts: 4 });

    await db().jobRun.updateMany({
      data: { state: "running", attempts: 3, startedAt: new Date(Date.now() - 3_600_000) },
    });
    expect((await jobs("run", "purge-tokens", ...AT)).stdout).toContain("办成了");

    const { stdout } = await jobs("list");
    for (const name of JOB_NAMES) expect(stdout).toContain(`${name}  `);
    expect(stdout).toMatch(/每天03:30；上一次.+，办成了：.+；下一次/);
  });

  it("says what is wrong with the question", async () => {
    expect(await jobs("run", "settle-moves", "--at", "2026-11-20")).toMatchObject({
      ...{ code: 2, stderr: expect.stringContaining("--at要带时区") as string },
    });
    expect(await jobs("run", "no-such-job")).toMatchObject({
      ...{ code: 2, stderr: expect.stringContaining("没有no-such-job这项任务。有：") as string },
    });
    expect(await jobs("run", "purge-tokens", "--at", "2026-11-20T03:29+08:00")).toMatchObject({
      ...{ code: 1, stderr: expect.stringContaining("还没有到办的时候") as string },
    });
    expect((await jobs()).code).toBe(2);
  });
});
