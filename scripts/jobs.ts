// npm run jobs -- list | run <job> [--at <instant>]: what the clock starts, with the last and the next time; or one job by
// hand, as of now or of another instant (2026-11-20T03:30+08:00). May run beside the server: a period is done once.
// Exit code 0: done or done before, 1: not done, 2: wrong usage.
import { parseArgs } from "node:util";
import { isJobName, JOB_NAMES, JOB_PLANS, periodAt } from "../domain/jobs/schedule";
import { askAgain } from "../features/jobs/mutations";
import { findRun, listLastRuns } from "../features/jobs/queries";
import { jobLines, periodWords } from "../features/jobs/view";
import { JOB_STORE, JOBS } from "../jobs/schedule";
import { now } from "../lib/clock";
import { closeDb } from "../lib/db";
import { runJob } from "../lib/job-runner";

const USAGE = `用法：
  npm run jobs -- list                                   全部定时任务，上一次和下一次
  npm run jobs -- run <任务> [--at 2026-11-20T03:30+08:00]  现在办一项，或按另一个时刻办；每一期只办一次`;

async function list(): Promise<number> {
  for (const { name, title, when, last, next } of jobLines(await listLastRuns(JOB_NAMES), now())) {
    const before = last ? `${last.at}，${last.words}${last.note && `：${last.note}`}` : "还没有做过";
    console.log(`${name}  ${title}\n  ${when}；上一次${before}；下一次${next}`);
  }
  return 0;
}

async function run(name: string, at: Date): Promise<number> {
  const job = JOBS.find((one) => one.name === name);
  if (!job || !isJobName(name)) {
    console.error(`没有${name}这项任务。有：${JOB_NAMES.join("、")}。`);
    return 2;
  }
  const { title, schedule } = JOB_PLANS[name];
  const period = periodAt(schedule, at);
  if (period === null) {
    console.error(`${title}：这时还没有到办的时候，没有办。`);
    return 1;
  }
  const words = `${title}，${periodWords(schedule, period)}`;
  // Whoever types the command asks for another try; the claim stays with whoever is quickest.
  await askAgain({ job: name, period, actorId: null, now: now() });
  if (!(await runJob({ job, period, at }, JOB_STORE, now))) {
    console.log(`${words}：已经办过，或者正在办，没有再办。`);
    return 0;
  }
  const ended = await findRun(name, period);
  if (ended?.state === "done") {
    console.log(`${words}：办成了，${ended.note}。`);
    return 0;
  }
  console.error(`${words}：没有办成。${ended?.note ?? ""}`);
  return 1;
}

function instantOf(text: string | undefined): Date | null {
  if (text === undefined) return now();
  const at = new Date(text);
  return /T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(at.getTime()) ? at : null;
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { at: { type: "string" } } });
  const [verb, name = ""] = positionals;
  const at = instantOf(values.at);
  if (verb === "list") process.exitCode = await list();
  else if (verb === "run" && name !== "" && at) process.exitCode = await run(name, at);
  else {
    console.error(at ? USAGE : `--at要带时区，例如2026-11-20T03:30+08:00。\n${USAGE}`);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(`没有办成：${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
} finally {
  await closeDb();
}
