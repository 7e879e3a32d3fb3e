import { beginRun, endRun, takeLease } from "@/features/jobs/mutations";
import { refreshTakenDown } from "@/features/takedowns/mutations/refresh-taken-down";
import { startJobRunner, type Job } from "@/lib/job-runner";
import { startTicker } from "@/lib/ticker";
import { closeOverdueAttemptsJob } from "./close-overdue-attempts";
import { correctVoidedJob } from "./correct-voided";
import { drawUpRemindersJob } from "./draw-up-reminders";
import { makeDutiesJob } from "./make-duties";
import { purgeTokensJob } from "./purge-tokens";
import { recordStudyJob } from "./record-study";
import { refreshStudyTotalsJob } from "./refresh-study-totals";
import { startRefreshingTakenDown } from "./refresh-taken-down";
import { settleMovesJob } from "./settle-moves";
import { warnOfTermsJob } from "./warn-of-terms";
import { workImportsJob } from "./work-imports";

/** Everything the clock starts, in the order in which one tick looks at it. */
export const JOBS: readonly Job[] = [
  closeOverdueAttemptsJob,
  correctVoidedJob,
  purgeTokensJob,
  settleMovesJob,
  makeDutiesJob,
  recordStudyJob,
  drawUpRemindersJob,
  refreshStudyTotalsJob,
  warnOfTermsJob,
  workImportsJob,
];

/** 撤下 has to reach the pages of every process within a minute. */
const TAKEDOWN_SECONDS = 10;

/** Called once by instrumentation.ts when a server process starts. */
export function startJobs(): void {
  startRefreshingTakenDown();
  startJobRunner(JOBS, { takeLease, beginRun, endRun });
  startTicker({ name: "takedowns", seconds: TAKEDOWN_SECONDS, work: refreshTakenDown });
}
