import { isFrequent, JOB_NAMES } from "@/domain/jobs/schedule";
import { lostBefore, TRIES } from "@/domain/jobs/trying";
import { db } from "@/lib/db";

export type RunRow = {
  job: string;
  period: string;
  state: string;
  attempts: number;
  startedAt: Date;
  finishedAt: Date | null;
  note: string;
};

const SELECT = {
  ...{ job: true, period: true, state: true, attempts: true },
  ...{ startedAt: true, finishedAt: true, note: true },
} as const;

/** The newest run of each of the jobs; one that never ran is left out. */
export async function listLastRuns(jobs: readonly string[]): Promise<RunRow[]> {
  const rows = await Promise.all(
    jobs.map((job) => db().jobRun.findFirst({ where: { job }, orderBy: { period: "desc" }, select: SELECT })),
  );
  return rows.filter((row) => row !== null);
}

/** One period of one job; null when it was never claimed. */
export function findRun(job: string, period: string): Promise<RunRow | null> {
  return db().jobRun.findUnique({ where: { job_period: { job, period } }, select: SELECT });
}

/**
 * Runs that have not succeeded, newest first. Of a job that runs every minute or hour at most the last one: each failure
 * leaves a row of its own, and a thousand of them must not hide the one night that somebody has to look at.
 */
export async function listUndone(most: number): Promise<RunRow[]> {
  const where = { job: { in: JOB_NAMES.filter((name) => !isFrequent(name)) }, state: { not: "done" } };
  const [rows, frequent] = await Promise.all([
    db().jobRun.findMany({ where, orderBy: { startedAt: "desc" }, take: most, select: SELECT }),
    listLastRuns(JOB_NAMES.filter(isFrequent)),
  ]);
  const failed = frequent.filter(({ state }) => state === "failed");
  return [...rows, ...failed].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

/** A failure is tried again by itself on this day and the next. */
const LOOK_BACK_MS = 24 * 60 * 60 * 1000;

/**
 * Periods to be tried again, with the instant they were due: those that somebody asked for, and failures and interrupted
 * runs of the last day; `beginRun` says whether their time has come.
 */
export async function listWaiting(now: Date): Promise<{ job: string; period: string; at: Date }[]> {
  const job = { in: JOB_NAMES.filter((name) => !isFrequent(name)) };
  const startedAt = { gte: new Date(now.getTime() - LOOK_BACK_MS) };
  const rows = await db().jobRun.findMany({
    where: {
      OR: [{ state: "asked" }, { job, startedAt, attempts: { lt: TRIES }, state: { in: ["failed", "running"] } }],
    },
    select: { job: true, period: true, at: true, startedAt: true },
  });
  return rows.map(({ job, period, at, startedAt }) => ({ job, period, at: at ?? startedAt }));
}

function cutOff(now: Date) {
  const isLeft = [{ attempts: { gte: TRIES } }, { startedAt: { lt: new Date(now.getTime() - LOOK_BACK_MS) } }];
  return { state: "running", startedAt: { lte: lostBefore(now) }, OR: isLeft };
}

/**
 * What somebody has to look at: periods that failed for good, or were cut off and are not tried again by themselves, and
 * jobs of every minute that failed in the last one.
 */
export async function countStuck(now: Date): Promise<number> {
  const job = { in: JOB_NAMES.filter((name) => !isFrequent(name)) };
  const [failed, minutely] = await Promise.all([
    db().jobRun.count({ where: { job, OR: [{ state: "failed", attempts: { gte: TRIES } }, cutOff(now)] } }),
    listLastRuns(JOB_NAMES.filter(isFrequent)),
  ]);
  return failed + minutely.filter(({ state }) => state === "failed").length;
}
