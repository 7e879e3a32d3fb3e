import { JOB_NAMES, type JobName } from "@/domain/jobs/schedule";
import { beginRun, endRun, takeLease } from "@/features/jobs/mutations";
import { listWaiting } from "@/features/jobs/queries";
import { refreshTakenDown } from "@/features/takedowns/mutations/refresh-taken-down";
import { startJobRunner, type Job, type JobStore } from "@/lib/job-runner";
import { startTicker } from "@/lib/ticker";
import { addToRemindersJob } from "./add-to-reminders";
import { announceSeasonJob } from "./announce-season";
import { closeOverdueAttemptsJob } from "./close-overdue-attempts";
import { closeSeasonJob } from "./close-season";
import { correctVoidedJob } from "./correct-voided";
import { drawUpRemindersJob } from "./draw-up-reminders";
import { makeDutiesJob } from "./make-duties";
import { publishSeasonJob } from "./publish-season";
import { purgeContactsJob } from "./purge-contacts";
import { purgeStoriesJob } from "./purge-stories";
import { purgeTokensJob } from "./purge-tokens";
import { recordStudyJob } from "./record-study";
import { refreshStudyTotalsJob } from "./refresh-study-totals";
import { releaseClaimsJob } from "./release-claims";
import { sendDeliveries } from "./send-deliveries";
import { settleContestsJob } from "./settle-contests";
import { settleMovesJob } from "./settle-moves";
import { takeInFilmsJob } from "./take-in-films";
import { tellReadersJob } from "./tell-readers";
import { tellRegisteredJob } from "./tell-registered";
import { warnOfTermsJob } from "./warn-of-terms";
import { workImportsJob } from "./work-imports";
import { writePushesJob } from "./write-pushes";

const PLANNED: Readonly<Record<JobName, Job>> = {
  "close-overdue-attempts": closeOverdueAttemptsJob,
  "correct-voided": correctVoidedJob,
  "work-imports": workImportsJob,
  "settle-moves": settleMovesJob,
  "refresh-study-totals": refreshStudyTotalsJob,
  "close-season": closeSeasonJob,
  "publish-season": publishSeasonJob,
  "announce-season": announceSeasonJob,
  "purge-tokens": purgeTokensJob,
  "warn-of-terms": warnOfTermsJob,
  "write-pushes": writePushesJob,
  "take-in-films": takeInFilmsJob,
  "tell-readers": tellReadersJob,
  "tell-registered": tellRegisteredJob,
  "settle-contests": settleContestsJob,
  "make-duties": makeDutiesJob,
  "record-study": recordStudyJob,
  "draw-up-reminders": drawUpRemindersJob,
  "add-to-reminders": addToRemindersJob,
  "release-claims": releaseClaimsJob,
  "purge-contacts": purgeContactsJob,
  "purge-stories": purgeStoriesJob,
};

/** Everything the clock starts, in the order in which one tick looks at it. */
export const JOBS: readonly Job[] = JOB_NAMES.map((name) => PLANNED[name]);

/** Where runs are kept, for the server and for commands. */
export const JOB_STORE: JobStore = { takeLease, beginRun, endRun, listWaiting };

/** 撤下 has to reach the pages of every process within a minute; each has static pages of its own. */
const TAKEDOWN_SECONDS = 10;
const SENDING_SECONDS = 5;

/** Called once by instrumentation.ts when a server process starts. */
export function startJobs(): void {
  startJobRunner(JOBS, JOB_STORE);
  startTicker({ name: "takedowns", seconds: TAKEDOWN_SECONDS, work: refreshTakenDown });
  startTicker({ name: "deliveries", seconds: SENDING_SECONDS, work: sendDeliveries });
}
