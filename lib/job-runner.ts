import { randomUUID } from "node:crypto";
import { Cron } from "croner";
import { now } from "./clock";
import { logger } from "./logger";
import { singleton } from "./singleton";

/**
 * What the clock starts. Every process ticks; the one that holds the lease looks which periods are due and claims each
 * (job, period) before it runs, so that a period runs once, however many processes there are and however often it is
 * asked for. A failure is recorded with its reason and never stops the next job or the next period; the store says when
 * it may be tried again.
 */
export interface Job {
  name: string;
  /** The period that is due at this instant, such as `2026-11-20`; null before its time has come. */
  periodOf: (now: Date) => string | null;
  /** Does the work, safe to repeat; answers a short note for the record. */
  run: (now: Date) => Promise<string>;
}

/** Where leases and runs are kept: handed in, so that this file knows no table. */
export interface JobStore {
  takeLease: (input: { name: string; holder: string; seconds: number; now: Date }) => Promise<boolean>;
  beginRun: (input: { job: string; period: string; at: Date; now: Date }) => Promise<boolean>;
  /** Periods claimed before that may be tried again, with the instant they were due. */
  listWaiting: (now: Date) => Promise<{ job: string; period: string; at: Date }[]>;
  endRun: (input: { job: string; period: string; state: "done" | "failed"; note: string; now: Date }) => Promise<void>;
}

const TICK = "*/15 * * * * *";
const LEASE_SECONDS = 60;
/** A tick may wait for a busy database; three missed ones mean that something is wrong. */
const LATE_SECONDS = 60;

interface RunnerState {
  holder: string;
  startedAt: Date | null;
  tickedAt: Date | null;
}

const state = (): RunnerState =>
  singleton("job-runner", () => ({ holder: randomUUID(), startedAt: null, tickedAt: null }));

/** Starts ticking, once per process however often it is called. */
export function startJobRunner(jobs: readonly Job[], store: JobStore): void {
  const runner = state();
  if (runner.startedAt !== null) return;
  runner.startedAt = now();
  const tick = async (): Promise<void> => {
    try {
      await tickOnce({ jobs, store, holder: runner.holder, now });
      runner.tickedAt = now();
    } catch (error) {
      logger().error({ err: error }, "job tick failed");
    }
  };
  new Cron(TICK, { protect: true, unref: true }, tick);
  void tick();
}

/** One tick: takes the lease, then runs what is due and not yet claimed. Answers the names of the jobs that ran. */
export async function tickOnce(input: {
  jobs: readonly Job[];
  store: JobStore;
  holder: string;
  now: () => Date;
}): Promise<string[]> {
  const { jobs, store, holder } = input;
  const ran: string[] = [];
  const hasLease = () => store.takeLease({ name: "jobs", holder, seconds: LEASE_SECONDS, now: input.now() });
  for (const job of jobs) {
    // Asked before each job: a long one must not keep a lease that has run out meanwhile.
    if (!(await hasLease())) return ran;
    const at = input.now();
    const period = job.periodOf(at);
    if (period !== null && (await runJob({ job, period, at }, store, input.now))) ran.push(job.name);
  }
  if (!(await hasLease())) return ran;
  for (const waiting of await store.listWaiting(input.now())) {
    const job = jobs.find(({ name }) => name === waiting.job);
    if (job && (await runJob({ ...waiting, job }, store, input.now))) ran.push(job.name);
  }
  return ran;
}

/** Runs one period of one job as of `at`, unless it has been claimed; false when it has. A failure is recorded, not thrown. */
export async function runJob(
  { job, period, at }: { job: Job; period: string; at: Date },
  store: Pick<JobStore, "beginRun" | "endRun">,
  clock: () => Date,
): Promise<boolean> {
  if (!(await store.beginRun({ job: job.name, period, at, now: clock() }))) return false;
  const end = { job: job.name, period };
  try {
    const note = await job.run(at);
    await store.endRun({ ...end, state: "done", note, now: clock() });
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    logger().error({ err: error, job: job.name, period }, "job failed");
    await store.endRun({ ...end, state: "failed", note, now: clock() });
  }
  return true;
}

/** Why jobs cannot be relied on in this process, in Chinese; null while they tick. */
export function jobRunnerFault(at: Date): string | null {
  const { startedAt, tickedAt } = state();
  if (startedAt === null) return "定时任务没有启动。";
  const last = tickedAt ?? startedAt;
  const late = at.getTime() - last.getTime() > LATE_SECONDS * 1000;
  return late ? "定时任务超过一分钟没有动静。" : null;
}
