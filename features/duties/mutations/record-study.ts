import { businessDateOf } from "@/domain/calendar/shanghai";
import { daysOfPeriod } from "@/domain/duties/rhythm";
import { audit } from "@/features/audit/mutations";
import { db, inTransaction } from "@/lib/db";
import { replyToReminders } from "./reply-to-reminders";
import { listServing } from "../queries/duty-list";
import { hasStudySet } from "../queries/study";

/**
 * Duties that learning fulfils: done as soon as the branch has set something for the period, without anybody saying so.
 * What was given back is left to people. Safe to repeat. Answers how many were recorded. Audited.
 */
export async function recordStudy(now: Date): Promise<number> {
  const today = businessDateOf(now);
  const year = today.slice(0, 4);
  const duties = await db().duty.findMany({
    where: { source: "study", state: "open", returned: "", year: { in: [year, String(Number(year) - 1)] } },
    select: { id: true, version: true, organisationId: true, period: true },
  });
  const serving = duties.length === 0 ? new Map<string, string>() : await listServing(today);
  let recorded = 0;
  for (const { id, version, organisationId, period } of duties) {
    const branchId = serving.get(organisationId);
    const days = daysOfPeriod(period);
    if (branchId === undefined || days.first > today) continue;
    const done = await inTransaction(async (tx) => {
      if (!(await hasStudySet(tx, { branchId, ...days, today }))) return false;
      const { count } = await tx.duty.updateMany({
        where: { id, version, state: "open" },
        data: { state: "done", manner: "study", doneAt: now, isStarted: true, version: { increment: 1 } },
      });
      if (count === 0) return false;
      const detail = { before: { state: "open" }, after: { state: "done", manner: "study" } };
      await audit(tx, { actorId: null, action: "duty.record", subjectKind: "duty", subjectId: id, detail, now });
      await replyToReminders(tx, { dutyId: id, reply: "study", actorId: null, now });
      return true;
    });
    if (done) recorded += 1;
  }
  return recorded;
}
