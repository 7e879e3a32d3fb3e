import { businessDateOf, isoWeekOf } from "@/domain/calendar/shanghai";
import { endOfWeek, isReminderTime, reminderWhy } from "@/domain/duties/week";
import { db, inTransaction, isUniqueViolation } from "@/lib/db";
import { newId } from "@/lib/randomness";

/**
 * The reminder list of one organisation for the week of that day, in one transaction. False when the week has one
 * already or nothing stands on it.
 */
export async function drawUpList({ organisationId, now }: { organisationId: string; now: Date }): Promise<boolean> {
  const today = businessDateOf(now);
  try {
    return await inTransaction(async (tx) => {
      const duties = await tx.duty.findMany({
        where: { organisationId, state: "open", dueOn: { lte: endOfWeek(today) } },
        select: { id: true, state: true, dueOn: true },
      });
      const items = duties.flatMap(({ id: dutyId, dueOn, state }) => {
        const why = reminderWhy({ state, dueOn }, today);
        return why === null ? [] : [{ dutyId, dueOn, why }];
      });
      if (items.length === 0) return false;
      const list = { id: newId(now), organisationId, week: isoWeekOf(today), drawnOn: today, createdAt: now };
      await tx.reminderList.create({ data: list });
      await tx.reminderItem.createMany({ data: items.map((item) => ({ ...item, listId: list.id })) });
      return true;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** The lists of every open organisation that has none this week, once the first working day has come. Answers how many. */
export async function drawUpLists(now: Date): Promise<number> {
  const today = businessDateOf(now);
  if (!isReminderTime(today)) return 0;
  const organisations = await db().organisation.findMany({
    where: {
      ...{ state: "active", reminders: { none: { week: isoWeekOf(today) } } },
      duties: { some: { state: "open", dueOn: { lte: endOfWeek(today) } } },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  let drawn = 0;
  for (const { id: organisationId } of organisations) if (await drawUpList({ organisationId, now })) drawn += 1;
  return drawn;
}
