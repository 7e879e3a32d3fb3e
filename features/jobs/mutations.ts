import { lostBefore, mayTryAgain } from "@/domain/jobs/trying";
import { audit } from "@/features/audit/mutations";
import { db, inTransaction, isUniqueViolation } from "@/lib/db";

/**
 * Takes or renews the right to tick: true for one holder at a time. A holder that has gone (a killed process) loses it
 * when its time has run out.
 */
export async function takeLease(input: { name: string; holder: string; seconds: number; now: Date }): Promise<boolean> {
  const { name, holder, seconds, now } = input;
  const until = new Date(now.getTime() + seconds * 1000);
  const taken = await db().jobLease.updateMany({
    where: { name, OR: [{ holder }, { until: { lte: now } }] },
    data: { holder, until },
  });
  if (taken.count === 1) return true;
  if ((await db().jobLease.count({ where: { name } })) > 0) return false;
  try {
    await db().jobLease.create({ data: { name, holder, until } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/**
 * Claims one period of one job, due at `at`. True for whichever process comes first; of a period that failed, or whose
 * process is gone, also for a later try (`mayTryAgain`). False otherwise.
 */
export async function beginRun(input: { job: string; period: string; at: Date; now: Date }): Promise<boolean> {
  const { job, period, at, now } = input;
  const known = await db().jobRun.findUnique({ where: { job_period: { job, period } } });
  if (known) {
    if (!mayTryAgain(known, now)) return false;
    const { state, startedAt } = known;
    const { count } = await db().jobRun.updateMany({
      where: { job, period, state, startedAt },
      data: { state: "running", startedAt: now, finishedAt: null, attempts: { increment: 1 } },
    });
    return count === 1;
  }
  try {
    await db().jobRun.create({ data: { job, period, state: "running", at, startedAt: now } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/**
 * A period that failed, or was cut off in the middle, is to be tried again at the next tick, audited. False when neither is
 * so, or somebody was quicker.
 */
export async function askAgain(input: {
  job: string;
  period: string;
  actorId: string | null;
  now: Date;
}): Promise<boolean> {
  const { job, period, actorId, now } = input;
  return inTransaction(async (tx) => {
    const lost = { state: "running", startedAt: { lte: lostBefore(now) } };
    const { count } = await tx.jobRun.updateMany({
      where: { job, period, OR: [{ state: "failed" }, lost] },
      data: { state: "asked" },
    });
    if (count === 0) return false;
    await audit(tx, { actorId, action: "job.rerun", subjectKind: "job", subjectId: job, detail: { period }, now });
    return true;
  });
}

/** Records how a run ended, with a short note or the reason of its failure. */
export async function endRun(input: {
  job: string;
  period: string;
  state: "done" | "failed";
  note: string;
  now: Date;
}): Promise<void> {
  const { job, period, state, note, now } = input;
  await db().jobRun.update({
    where: { job_period: { job, period } },
    data: { state, note: note.slice(0, 500), finishedAt: now },
  });
}

/** Runs are looked back at for this long. */
const KEEP_DAYS = 14;

/**
 * Removes the records of runs older than two weeks; answers how many. The newest period of each job stays: a quarter lasts
 * longer than that, and a period that is forgotten while it lasts would be done a second time.
 */
export async function purgeRuns(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
  const newest = await db().jobRun.groupBy({ by: ["job"], _max: { period: true } });
  const kept = newest.map(({ job, _max }) => ({ job, period: _max.period ?? "" }));
  return (await db().jobRun.deleteMany({ where: { startedAt: { lt: before }, NOT: { OR: kept } } })).count;
}
