import { businessDateOf, isoWeekOf } from "@/domain/calendar/shanghai";
import { endOfWeek } from "@/domain/duties/week";
import { endOfPush, nextHour } from "@/domain/pushes/hour";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import type { Tx } from "@/lib/db";
import { reminderMessage, type Reminded } from "../message";
import { listKeepers } from "../queries/keepers";

type Told = {
  organisationId: string;
  serving: ReadonlyMap<string, string>;
  /** What stands on the organisation's list. */
  duties: readonly Reminded[];
  now: Date;
};

/**
 * Tells the secretary and the party worker that the week's list is there: into the inbox at once, outside of the product
 * from the branch's hour on, until the evening of the Sunday. A secretary who keeps the lists of several organisations
 * gets one word about all of them a week.
 */
export async function tellOfList(tx: Tx, { organisationId, serving, duties, now }: Told): Promise<void> {
  const today = businessDateOf(now);
  const branchId = serving.get(organisationId) ?? null;
  const { secretaries, workers, hour } = await listKeepers(tx, { organisationId, branchId, today });
  const until = endOfPush(endOfWeek(today));
  const sending = { kind: "reminder" as const, now, notBefore: nextHour(hour, now), until };
  if (secretaries.length > 0 && branchId !== null) {
    const served = [...serving].flatMap(([id, branch]) => (branch === branchId ? [id] : []));
    const key = `reminders:${isoWeekOf(today)}:branch:${branchId}`;
    const body = reminderMessage(served.length === 1 ? duties : await listOpen(tx, served, endOfWeek(today)));
    await enqueueMessages(tx, { ...sending, ...body, key, href: "/branch/reminders", memberIds: secretaries });
  }
  if (workers.length > 0) {
    const key = `reminders:${isoWeekOf(today)}:organisation:${organisationId}`;
    const href = "/branch/organisation/reminders";
    await enqueueMessages(tx, { ...sending, ...reminderMessage(duties), key, href, memberIds: workers });
  }
}

/** What will stand on the lists of these organisations. */
function listOpen(tx: Tx, organisationIds: string[], until: string): Promise<Reminded[]> {
  return tx.duty.findMany({
    where: {
      ...{ organisationId: { in: organisationIds }, state: "open", dueOn: { lte: until } },
      organisation: { state: "active" },
    },
    orderBy: [{ dueOn: "asc" }, { line: { position: "asc" } }, { id: "asc" }],
    select: { title: true, dueOn: true, effort: true },
  });
}
