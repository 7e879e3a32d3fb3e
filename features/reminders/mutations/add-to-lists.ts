import { businessDateOf, isoWeekOf, timeOf } from "@/domain/calendar/shanghai";
import { endOfWeek, isReminderTime, REMINDER_HOUR, reminderWhy } from "@/domain/duties/week";
import { listServing } from "@/features/duties/queries/duty-list";
import { db, inTransaction } from "@/lib/db";
import { insertMissingRows } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";
import type { Reminded } from "../message";
import { drawUpLists } from "./draw-up-lists";
import { tellOfList } from "./tell-of-list";

type Late = Reminded & { readonly id: string; readonly organisationId: string; readonly state: string };

/**
 * Adds to this week's lists what is open and due in it and does not stand on them: duties that were issued, or came to be
 * asked, after the lists were drawn up. Each once, with one word a day about what was added; the lists themselves are not
 * told again. Safe to repeat. Answers how many were added.
 */
export async function addToLists(now: Date): Promise<number> {
  const today = businessDateOf(now);
  if (!isReminderTime(today) || timeOf(now) < REMINDER_HOUR) return 0;
  const week = isoWeekOf(today);
  // Nobody had anything to do before, or the morning was missed: then these are the week's lists, not an addition.
  if ((await db().reminderList.count({ where: { week } })) === 0) {
    await drawUpLists(now);
    return 0;
  }
  const byOrganisation = new Map<string, Late[]>();
  for (const duty of await listLate(today)) {
    byOrganisation.set(duty.organisationId, [...(byOrganisation.get(duty.organisationId) ?? []), duty]);
  }
  if (byOrganisation.size === 0) return 0;
  const serving = await listServing(today);
  let added = 0;
  for (const organisationId of byOrganisation.keys()) {
    added += await addTo({ organisationId, serving, late: byOrganisation, now });
  }
  return added;
}

function listLate(today: string): Promise<Late[]> {
  return db().duty.findMany({
    where: {
      ...{ state: "open", dueOn: { lte: endOfWeek(today) }, organisation: { state: "active" } },
      reminders: { none: { list: { week: isoWeekOf(today) } } },
    },
    orderBy: [{ organisationId: "asc" }, { dueOn: "asc" }, { line: { position: "asc" } }, { id: "asc" }],
    select: { id: true, organisationId: true, state: true, dueOn: true, title: true, effort: true },
  });
}

type Adding = {
  organisationId: string;
  serving: ReadonlyMap<string, string>;
  late: ReadonlyMap<string, readonly Late[]>;
  now: Date;
};

function addTo({ organisationId, serving, late, now }: Adding): Promise<number> {
  const [today, duties] = [businessDateOf(now), late.get(organisationId) ?? []];
  return inTransaction(async (tx) => {
    const list = await tx.reminderList.upsert({
      where: { organisationId_week: { organisationId, week: isoWeekOf(today) } },
      create: { id: newId(now), organisationId, week: isoWeekOf(today), drawnOn: today, createdAt: now },
      update: {},
      select: { id: true },
    });
    const items = duties.flatMap(({ id, dueOn, state }) => {
      const why = reminderWhy({ state, dueOn }, today);
      return why === null ? [] : [{ list_id: list.id, duty_id: id, why, due_on: dueOn, reply: "" }];
    });
    const added = await insertMissingRows(tx, "reminder_item", items);
    if (added > 0) await tellOfList(tx, { organisationId, serving, duties, added: late, now });
    return added;
  });
}
