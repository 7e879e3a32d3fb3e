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
  /** By organisation, what comes later in the week: then of these alone, at most once a day. */
  added?: ReadonlyMap<string, readonly Reminded[]>;
  now: Date;
};

/**
 * Tells the secretary and the party worker that the week's list is there: into the inbox at once, outside of the product
 * from the branch's hour on, until the evening of the Sunday. A secretary who keeps the lists of several organisations
 * gets one word about all of them a week, and one on a day on which something was added.
 */
export async function tellOfList(tx: Tx, { organisationId, serving, duties, added, now }: Told): Promise<void> {
  const today = businessDateOf(now);
  const branchId = serving.get(organisationId) ?? null;
  const { secretaries, workers, hour } = await listKeepers(tx, { organisationId, branchId, today });
  const until = endOfPush(endOfWeek(today));
  const sending = { kind: "reminder" as const, now, notBefore: nextHour(hour, now), until };
  const name = added === undefined ? `reminders:${isoWeekOf(today)}` : `reminders-added:${today}`;
  const messageOf = (some: readonly Reminded[]) => reminderMessage(some, { isAdded: added !== undefined });
  if (secretaries.length > 0 && branchId !== null) {
    const served = [...serving].flatMap(([id, branch]) => (branch === branchId ? [id] : []));
    const key = `${name}:branch:${branchId}`;
    const all = added === undefined ? await listOpen(tx, served, endOfWeek(today)) : ofAll(added, served);
    const body = messageOf(served.length === 1 ? duties : all);
    await enqueueMessages(tx, { ...sending, ...body, key, href: "/branch/reminders", memberIds: secretaries });
  }
  if (workers.length > 0) {
    const key = `${name}:organisation:${organisationId}`;
    const href = "/branch/organisation/reminders";
    await enqueueMessages(tx, { ...sending, ...messageOf(duties), key, href, memberIds: workers });
  }
}

const ofAll = (added: ReadonlyMap<string, readonly Reminded[]>, served: readonly string[]): Reminded[] =>
  served.flatMap((organisationId) => added.get(organisationId) ?? []);

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
