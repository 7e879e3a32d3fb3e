import { fork } from "node:child_process";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/health/ready/route";
import { purgeSecurityEvents, recordSecurityEvent } from "@/features/security-events/mutations";
import { db } from "@/lib/db";
import { startJobRunner } from "@/lib/job-runner";
import { forgetRemembered } from "@/lib/remembered";
import { dropSingleton } from "@/lib/singleton";
import { describeOnBothEngines, withDatabase } from "@/tests/support/database";

type Reply = { status: string; reasons: string[] };

async function ask(): Promise<{ status: number; reply: Reply }> {
  forgetRemembered("pending-migrations");
  const response = await GET();
  return { status: response.status, reply: (await response.json()) as Reply };
}

describeOnBothEngines("readiness", () => {
  it("says why this process cannot serve, and when it can", async () => {
    dropSingleton("job-runner");
    expect(await ask()).toMatchObject({ status: 503, reply: { reasons: ["定时任务没有启动。"] } });

    startJobRunner([], { takeLease: () => Promise.resolve(false), beginRun: never, endRun: never, listWaiting: never });
    expect(await ask()).toEqual({
      status: 200,
      reply: { status: "ready", parts: { database: null, migrations: null, jobs: null }, reasons: [] },
    });

    const [row] = await db().$queryRawUnsafe<{ name: string }[]>(
      "SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name DESC",
    );
    await db().$executeRawUnsafe(
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '" + row?.name + "'",
    );
    const { status, reply } = await ask();
    expect([status, reply.reasons]).toEqual([503, ["数据库结构还差1次更新，请运行npm run migrate。"]]);
  });

  it("security events are kept for 183 days", async () => {
    const at = new Date("2026-01-01T00:00:00Z");
    await recordSecurityEvent({ kind: "signed-in", at });
    const end = at.getTime() + 183 * 86_400_000;
    expect(await purgeSecurityEvents(new Date(end))).toBe(0);
    expect(await purgeSecurityEvents(new Date(end + 1))).toBe(1);
  });
});

const never = () => Promise.reject(new Error("not to be called"));

describe("writer connections", () => {
  withDatabase("sqlite");
  it("are counted for the process that started the server, over its channel alone", async () => {
    const child = fork("tests/integration/jobs/answering-process.ts", {
      execArgv: ["--import", "tsx"],
      env: process.env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const answers: unknown[] = [];
    const reply = () => new Promise((done) => child.once("message", done));
    answers.push(await reply());
    child.send("writers-opened");
    answers.push(await reply());
    child.send("end");
    expect(answers).toEqual(["ready", { writersOpened: 1 }]);
  });
});
