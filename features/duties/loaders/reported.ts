import "server-only";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { now } from "@/lib/clock";
import { listReported } from "../queries/duties";
import { dutyCard, type DutyCard } from "../view/duty";

export type ReportedPage = { who: string; place: string; waiting: DutyCard[]; mayConfirm: boolean };

/** What organisations reported and nobody has confirmed, the oldest first. */
export async function loadReported(): Promise<ReportedPage> {
  const { session, scope, actor, grant } = await gateCommittee("/committee/duties/reported");
  const today = businessDateOf(now());
  const [frame, rows] = await Promise.all([
    findFrame(session.memberId, grant),
    listReported(scope, session.memberId, today),
  ]);
  const station = { kind: "duty-list", organisationId: "", stationId: scope.stationId ?? "", branchId: null } as const;
  return {
    ...{ ...frame, waiting: rows.map((row) => dutyCard(row, today)) },
    mayConfirm: can(actor, "duty.confirm", station),
  };
}
