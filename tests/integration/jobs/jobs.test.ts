import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { JOBS } from "@/jobs/schedule";
import { askAgain, beginRun, endRun, purgeRuns, takeLease } from "@/features/jobs/mutations";
import { countStuck, listUndone, listWaiting } from "@/features/jobs/queries";
import { db } from "@/lib/db";
import { tickOnce, type Job } from "@/lib/job-runner";
import { dropSingleton, singleton } from "@/lib/singleton";
import { describeOnBothEngines } from "@/tests/support/database";

const AT = new Date("2026-11-20T02:00:00Z");
const store = { takeLease, beginRun, endRun, listWaiting };
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

function ticking(holder: string, periods: number): ChildProcessWithoutNullStreams {
  return spawn(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "tests/integration/jobs/ticking-process.ts", holder, String(periods)],
    { env: process.env },
  );
}

function ready(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((done) => child.stdout.once("data", () => done()));
}

function ended(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((done) => child.once("close", done));
}

describeOnBothEngines("jobs", () => {
  describe("the lease", () => {
    it("belongs to one holder until its time has run out", async () => {
      const lease = { name: "test", seconds: 60 };
      expect(await takeLease({ ...lease, holder: "a", now: AT })).toBe(true);
      expect(await takeLease({ ...lease, holder: "b", now: later(59) })).toBe(false);
      expect(await takeLease({ ...lease, holder: "a", now: later(59) })).toBe(true);
      expect(await takeLease({ ...lease, holder: "b", now: later(60) })).toBe(false);
      expect(await takeLease({ ...lease, holder: "b", now: later(119) })).toBe(true);
      expect(await takeLease({ ...lease, holder: "a", now: later(120) })).toBe(false);
    });
    it("goes to one of many who ask at once", async () => {
      const asked = Array.from({ length: 10 }, (_, index) =>
        takeLease({ name: "rush", holder: `h${index}`, seconds: 60, now: AT }),
      );
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    });
  });

  it("a period that is asked for twice runs once", async () => {
    const runs: string[] = [];
    const job: Job = {
      name: "twice",
      periodOf: () => "p",
      run: (now) => Promise.resolve(String(runs.push(now.toISOString()))),
    };
    const tick = () => tickOnce({ jobs: [job], store, holder: "me", now: () => AT });
    await tick();
    await tick();
    expect(runs).toHaveLength(1);
    expect(await db().jobRun.findMany({ where: { job: "twice" } })).toEqual([
      { job: "twice", period: "p", state: "done", attempts: 1, at: AT, note: "1", startedAt: AT, finishedAt: AT },
    ]);
  });

  it("a failure is recorded with its reason and the next period runs again", async () => {
    singleton("logger", () => ({ error: () => undefined }));
    let period = "p1";
    const job: Job = {
      name: "fails-first",
      periodOf: () => period,
      run: () => (period === "p1" ? Promise.reject(new Error("the disk is full")) : Promise.resolve("fine")),
    };
    const tick = () => tickOnce({ jobs: [job], store, holder: "me", now: () => AT });
    await tick();
    period = "p2";
    await tick();
    dropSingleton("logger");
    const rows = await db().jobRun.findMany({ where: { job: "fails-first" }, orderBy: { period: "asc" } });
    expect(rows.map(({ state, note }) => `${state}: ${note}`)).toEqual(["failed: the disk is full", "done: fine"]);
  });

  describe("a period that was not done", () => {
    const DUE = new Date("2026-11-19T19:30:00Z");
    const key = { job: "purge-tokens", period: "2026-11-20" };
    const minutes = (count: number) => new Date(DUE.getTime() + count * 60_000);
    const claim = (count: number) => beginRun({ ...key, at: DUE, now: minutes(count) });
    const fail = (count: number) => endRun({ ...key, state: "failed", note: "磁盘满了", now: minutes(count) });
    afterEach(async () => void (await db().jobRun.deleteMany({ where: key })));

    it("is tried again by itself twice, five minutes later each, and then no more", async () => {
      expect(await claim(0)).toBe(true);
      await fail(1);
      expect(await claim(5)).toBe(false);
      expect(await claim(6)).toBe(true);
      await fail(6);
      expect(await claim(11)).toBe(true);
      await fail(11);
      expect(await claim(1000)).toBe(false);
      expect(await countStuck(minutes(20))).toBe(1);
      expect(await listWaiting(minutes(20))).toEqual([]);
    });

    it("is taken over from a process that is gone, by one of many", async () => {
      await claim(0);
      expect(await claim(14)).toBe(false);
      expect(await listWaiting(minutes(15))).toEqual([{ ...key, at: DUE }]);
      const takers = await Promise.all(Array.from({ length: 8 }, () => claim(15)));
      expect(takers.filter(Boolean)).toHaveLength(1);
    });

    it("is no dead end when its process was killed at the third try, or nobody took it over for a day", async () => {
      const ask = (minute: number) => askAgain({ ...key, actorId: null, now: minutes(minute) });
      const waiting = (minute: number) => listWaiting(minutes(minute));
      await claim(0);
      expect(await ask(14)).toBe(false);
      expect(await countStuck(minutes(15))).toBe(0);
      expect(await countStuck(minutes(24 * 60 + 1))).toBe(1);
      await claim(15);
      await claim(30);
      expect([await claim(1000), await waiting(1000), await countStuck(minutes(44))]).toEqual([false, [], 0]);
      expect(await countStuck(minutes(45))).toBe(1);
      expect([await ask(45), await ask(45)]).toEqual([true, false]);
      expect(await waiting(45)).toEqual([{ ...key, at: DUE }]);
      expect([await claim(46), await claim(46)]).toEqual([true, false]);
    });

    it("is run again once when somebody asks, as of the instant it was due, and that is on record", async () => {
      for (const minute of [0, 6, 11]) {
        await claim(minute);
        await fail(minute);
      }
      const onRecord = () => db().auditEntry.count({ where: { action: "job.rerun", subjectId: key.job } });
      const before = await onRecord();
      const ask = () => askAgain({ ...key, actorId: null, now: minutes(60) });
      // Which of two at once is the first is the database's affair.
      expect((await Promise.all([ask(), ask()])).filter(Boolean)).toHaveLength(1);
      const seen: string[] = [];
      const job: Job = {
        name: key.job,
        periodOf: () => null,
        run: (at) => Promise.resolve(String(seen.push(at.toISOString()))),
      };
      const tick = () => tickOnce({ jobs: [job], store, holder: "me", now: () => minutes(61) });
      expect([await tick(), await tick()]).toEqual([["purge-tokens"], []]);
      expect(seen).toEqual([DUE.toISOString()]);
      expect(await db().jobRun.findFirst({ where: key })).toMatchObject({ state: "done", attempts: 4 });
      expect(await ask()).toBe(false);
      expect((await onRecord()) - before).toBe(1);
    });
  });

  it("a night that failed is found among any number of minutes that failed", async () => {
    const key = { job: "purge-stories", period: "2026-11-20" };
    const failed = { state: "failed", attempts: 3, at: AT, note: "磁盘满了" };
    await db().jobRun.create({ data: { ...key, ...failed, startedAt: AT } });
    const minutes = Array.from({ length: 60 }, (_, minute) => later(60 * (minute + 1)));
    await db().jobRun.createMany({
      data: minutes.map((startedAt) => ({
        ...{ job: "take-in-films", period: startedAt.toISOString().slice(0, 16), ...failed, attempts: 1, startedAt },
      })),
    });
    const undone = async () => (await listUndone(50)).map(({ job, period }) => [job, period]);
    expect(await undone()).toEqual([
      ["take-in-films", "2026-11-20T03:00"],
      ["purge-stories", "2026-11-20"],
    ]);
    await beginRun({ job: "take-in-films", period: "2026-11-20T03:01", at: AT, now: later(61 * 60) });
    await endRun({ job: "take-in-films", period: "2026-11-20T03:01", state: "done", note: "", now: later(61 * 60) });
    expect(await undone()).toEqual([["purge-stories", "2026-11-20"]]);
    await db().jobRun.deleteMany({ where: { job: { in: ["take-in-films", "purge-stories"] } } });
  });

  it("two processes on one database run each period once", async () => {
    const periods = 25;
    const children = [ticking("one", periods), ticking("two", periods)];
    const ends = children.map(ended);
    await Promise.all(children.map(ready));
    for (const child of children) child.stdin.write("go\n");
    expect(await Promise.all(ends)).toEqual([0, 0]);
    const marks = await db().securityEvent.groupBy({ by: ["loginKey"], where: { kind: "job-ran" }, _count: true });
    expect(marks.map((mark) => mark._count)).toEqual(Array.from({ length: periods }, () => 1));
    expect(await db().jobRun.count({ where: { job: "leaves-a-mark", state: "done" } })).toBe(periods);
  });

  const dueAt = (at: Date) => JOBS.filter((job) => job.periodOf(at) !== null).map((job) => job.name);

  it.each([
    ["purge-tokens", "2026-11-19T19:29:59.999Z", "2026-11-19T19:30:00Z"],
    ["warn-of-terms", "2026-11-19T22:59:59.999Z", "2026-11-19T23:00:00Z"],
  ])("the daily %s waits for its hour in Shanghai", (name, before, from) => {
    expect(dueAt(new Date(before))).not.toContain(name);
    expect(dueAt(new Date(from))).toContain(name);
  });

  it("what the schedule holds runs on an empty zone", async () => {
    const at = later(600);
    const ran = await tickOnce({ jobs: JOBS, store, holder: "schedule", now: () => at });
    expect(ran).toEqual(dueAt(at));
    expect(await db().jobRun.count({ where: { job: { in: ran }, state: "failed" } })).toBe(0);
  });

  it("records of runs older than two weeks are removed, but for the newest of each job", async () => {
    const left = async () =>
      (await db().jobRun.findMany({ where: { job: "old" }, orderBy: { period: "asc" } })).map(({ period }) => period);
    for (const period of ["2026Q3", "2026Q4"]) await beginRun({ job: "old", period, at: AT, now: AT });
    await purgeRuns(later(14 * 86_400));
    expect(await left()).toEqual(["2026Q3", "2026Q4"]);
    await purgeRuns(later(14 * 86_400 + 1));
    expect(await left()).toEqual(["2026Q4"]);
  });

  it("a quarter's job is not done again while its period lasts, however long ago it was done", async () => {
    const at = new Date("2027-01-01T00:00:00Z");
    const quarterly = JOBS.filter(({ name }) => name === "publish-season");
    const tick = (now: Date) => tickOnce({ jobs: quarterly, store, holder: "quarter", now: () => now });
    expect(await tick(at)).toEqual(["publish-season"]);
    for (const days of [15, 40, 89]) {
      const now = new Date(at.getTime() + days * 86_400_000);
      await purgeRuns(now);
      expect(await tick(now)).toEqual([]);
    }
    await db().jobRun.deleteMany({ where: { job: "publish-season" } });
  });
});
