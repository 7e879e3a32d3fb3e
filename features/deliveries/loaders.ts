import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { gateAdmin, gateBranch, gateCommittee, gateMember } from "@/features/access/gates/page";
import { now } from "@/lib/clock";
import { findMailFault } from "./queries/find-mail-fault";
import { listBranchLog, listOwnLog } from "./queries/list-log";
import { logLine, mailFault, type LogLine } from "./view";

/** 发送记录 of the branch. */
export async function loadBranchLog(): Promise<LogLine[]> {
  const { scope } = await gateBranch("/branch/push");
  return (await listBranchLog(scope)).map(logLine);
}

/** What was sent to oneself lately. */
export async function loadOwnLog(): Promise<LogLine[]> {
  const { own } = await gateMember("/me/channels");
  return (await listOwnLog(own)).map(logLine);
}

/** That no e-mail gets through, beside what the clock could not do; null while it does. */
export async function loadMailFault() {
  const { actor, scope } = await gateCommittee("/committee/jobs");
  if (!can(actor, "job.rerun", { kind: "zone" })) notFound();
  return mailFault(await findMailFault(scope, now()));
}

/** The same for the administrator's first page. */
export async function loadMailFaultForAdmin() {
  const { scope } = await gateAdmin("/admin");
  return mailFault(await findMailFault(scope, now()));
}
