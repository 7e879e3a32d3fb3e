import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { JOB_NAMES } from "@/domain/jobs/schedule";
import { gateAdmin, gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { newestBackup } from "@/lib/backup/retention";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { listLastRuns, listUndone } from "./queries";
import {
  backupFault,
  jobLines,
  missingHolidays,
  undoneLines,
  type BackupFault,
  type JobLine,
  type UndoneLine,
} from "./view";

const SHOWN = 50;

export type JobsPage = {
  who: string;
  place: string;
  jobs: JobLine[];
  undone: UndoneLine[];
  /** The year whose days off are not known. */
  missingYear: string | null;
  backup: BackupFault | null;
};

/** 定时任务: what the clock starts, for the committee of the whole zone. */
export async function loadJobs(): Promise<JobsPage> {
  const { session, actor, grant } = await gateCommittee("/committee/jobs");
  if (!can(actor, "job.rerun", { kind: "zone" })) notFound();
  const [frame, last, undone] = await Promise.all([
    findFrame(session.memberId, grant),
    listLastRuns(JOB_NAMES),
    listUndone(SHOWN),
  ]);
  const at = now();
  return {
    ...{ ...frame, jobs: jobLines(last, at), undone: undoneLines(undone, at) },
    missingYear: missingHolidays(businessDateOf(at)),
    backup: faultOfBackups(at),
  };
}

/** What is wrong with the backups, for the administrator's first page; null when all is well. */
export async function loadBackupFault(): Promise<BackupFault | null> {
  await gateAdmin("/admin");
  return faultOfBackups(now());
}

const faultOfBackups = (at: Date): BackupFault | null =>
  backupFault(newestBackup(env().BACKUP_DIR), businessDateOf(at));
