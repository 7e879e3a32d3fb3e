import { db, isUniqueViolation } from "@/lib/db";

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

/** Claims one period of one job. True once, for whichever process comes first; false for ever after. */
export async function beginRun(input: { job: string; period: string; now: Date }): Promise<boolean> {
  const { job, period, now } = input;
  if ((await db().jobRun.count({ where: { job, period } })) > 0) return false;
  try {
    await db().jobRun.create({ data: { job, period, state: "running", startedAt: now } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
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

/** Removes the records of runs older than two weeks; answers how many. */
export async function purgeRuns(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
  return (await db().jobRun.deleteMany({ where: { startedAt: { lt: before } } })).count;
}
