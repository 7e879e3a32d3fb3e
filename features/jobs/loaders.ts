import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { JOB_NAMES } from "@/domain/jobs/schedule";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { now } from "@/lib/clock";
import { listLastRuns, listUndone } from "./queries";
import { jobLines, missingHolidays, undoneLines, type JobLine, type UndoneLine } from "./view";

const SHOWN = 50;

export type JobsPage = {
  who: string;
  place: string;
  jobs: JobLine[];
  undone: UndoneLine[];
  /** The year whose days off are not known. */
  missingYear: string | null;
};

/** 定时任务: what the clock starts, for the committee of the whole zone. */
export async function loadJobs(): Promise<JobsPage> {
  const { session, actor, grant } = await gateCommittee("/committee/jobs");
  if (!can(actor, "job.rerun", { kind: "zone" })) notFound();
  const [frame, last, undone] = await Promise.all([
    findFrame(session.memberId, grant),
    listLastRuns(JOB_NAMES),
    listUndone(JOB_NAMES, SHOWN),
  ]);
  const at = now();
  return {
    ...{ ...frame, jobs: jobLines(last, at), undone: undoneLines(undone, at) },
    missingYear: missingHolidays(businessDateOf(at)),
  };
}
