import { beginRun, endRun, takeLease } from "@/features/jobs/mutations";
import { startJobRunner, type Job } from "@/lib/job-runner";
import { closeOverdueAttemptsJob } from "./close-overdue-attempts";
import { purgeTokensJob } from "./purge-tokens";
import { startRefreshingTakenDown } from "./refresh-taken-down";

/** Everything the clock starts, in the order in which one tick looks at it. */
export const JOBS: readonly Job[] = [closeOverdueAttemptsJob, purgeTokensJob];

/** Called once by instrumentation.ts when a server process starts. */
export function startJobs(): void {
  startRefreshingTakenDown();
  startJobRunner(JOBS, { takeLease, beginRun, endRun });
}
