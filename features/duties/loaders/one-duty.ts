import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { daysOfPeriod } from "@/domain/duties/rhythm";
import { canAct, deferralDays } from "@/domain/duties/acts";
import { gateBranch, gateCommittee, gateOrganisation } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { OpenConsole } from "@/features/access/types";
import { listHistory } from "@/features/audit/queries/log";
import type { HistoryLine } from "@/features/audit/view";
import { getPeriodShare } from "@/features/figures/queries/weeks";
import { now } from "@/lib/clock";
import { findDuty, type DutyScope, type NamedDuty } from "../queries/duties";
import { findDutyList } from "../queries/duty-list";
import { listStudySet } from "../queries/study";
import { studyFacts, type StudyFacts } from "../view/study";
import { dutyCard, plannedWords, type DutyCard } from "../view/duty";

export type OneDutyPage = {
  who: string;
  place: string;
  /** The list that it stands in. */
  path: string;
  year: string;
  duty: DutyCard;
  planned: string;
  history: HistoryLine[];
  may: { report: boolean; defer: boolean; takeBack: boolean; confirm: boolean };
  /** What the branch set to be learned, where that is what counts. */
  study: StudyFacts | null;
  /** The days between which it can be put off, and one that is proposed. */
  deferral: { first: string; proposed: string };
};

async function oneDuty(opened: OpenConsole & { scope: DutyScope }, id: string, path: string): Promise<OneDutyPage> {
  const { session, scope, actor, grant } = opened;
  const today = businessDateOf(now());
  const row = await findDuty(scope, id, today);
  if (row === null) notFound();
  const [frame, list, history] = await Promise.all([
    findFrame(session.memberId, grant),
    findDutyList(row.organisationId, today),
    listHistory(scope, { kind: "duty", id }, now()),
  ]);
  const [mayDo, mayConfirm] = [can(actor, "duty.do", list), can(actor, "duty.confirm", list)];
  const study = row.source === "study" ? await studyOf(row, list.branchId, { today, scope }) : null;
  return {
    ...{ ...frame, path, study, year: row.year, history, duty: dutyCard(row, today), planned: plannedWords(row) },
    may: {
      report: mayDo && canAct("report", row, actor.memberId),
      defer: mayDo && canAct("defer", row, actor.memberId),
      takeBack: mayDo && canAct("take-back", row, actor.memberId),
      confirm: mayConfirm && canAct("confirm", row, actor.memberId),
    },
    deferral: deferralDays({ dueOn: row.dueOn, today }),
  };
}

async function studyOf(
  { organisationId, period }: NamedDuty,
  branchId: string | null,
  { today, scope }: { today: string; scope: DutyScope },
): Promise<StudyFacts> {
  const asked = { organisationId, ...daysOfPeriod(period), today };
  const [rows, share] = await Promise.all([
    branchId === null ? [] : listStudySet({ branchId, ...asked }),
    getPeriodShare(organisationId, asked),
  ]);
  return studyFacts(rows, { share, maskOthers: "organisationId" in scope });
}

export async function loadBranchDuty(id: string): Promise<OneDutyPage> {
  return oneDuty(await gateBranch(`/branch/duties/${id}`), id, "/branch/duties");
}

export async function loadOrganisationDuty(id: string): Promise<OneDutyPage> {
  const path = "/branch/organisation/duties";
  return oneDuty(await gateOrganisation(`${path}/${id}`), id, path);
}

export async function loadCommitteeDuty(id: string): Promise<OneDutyPage> {
  return oneDuty(await gateCommittee(`/committee/duties/${id}`), id, "/committee/duties");
}
