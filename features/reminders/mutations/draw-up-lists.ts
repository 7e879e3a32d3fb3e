import { businessDateOf, isoWeekOf } from "@/domain/calendar/shanghai";
import { endOfWeek, isReminderTime, reminderWhy } from "@/domain/duties/week";
import { listServing } from "@/features/duties/queries/duty-list";
import { db, inTransaction, isUniqueViolation } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { tellOfList } from "./tell-of-list";

type Drawing = {
  organisationId: string;
  /** The branch that keeps each organisation's list today. */
  serving: ReadonlyMap<string, string>;
  now: Date;
};

/**
 * The reminder list of one organisation for the week of that day and the word about it to those who answer it, in one
 * transaction. False when the week has one already or nothing stands on it.
 */
async function drawUp({ organisationId, serving, now }: Drawing): Promise<boolean> {
  const today = businessDateOf(now);
  try {
    return await inTransaction(async (tx) => {
      const duties = await tx.duty.findMany({
        where: { organisationId, state: "open", dueOn: { lte: endOfWeek(today) } },
        orderBy: [{ dueOn: "asc" }, { line: { position: "asc" } }, { id: "asc" }],
        select: { id: true, state: true, dueOn: true, title: true, effort: true },
      });
      const items = duties.flatMap(({ id: dutyId, dueOn, state }) => {
        const why = reminderWhy({ state, dueOn }, today);
        return why === null ? [] : [{ dutyId, dueOn, why }];
      });
      if (items.length === 0) return false;
      const list = { id: newId(now), organisationId, week: isoWeekOf(today), drawnOn: today, createdAt: now };
      await tx.reminderList.create({ data: list });
      await tx.reminderItem.createMany({ data: items.map((item) => ({ ...item, listId: list.id })) });
      await tellOfList(tx, { organisationId, serving, duties, now });
      return true;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** The list of one organisation alone. */
export async function drawUpList({ organisationId, now }: Omit<Drawing, "serving">): Promise<boolean> {
  return drawUp({ organisationId, serving: await listServing(businessDateOf(now)), now });
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
  const serving = organisations.length === 0 ? new Map<string, string>() : await listServing(today);
  let drawn = 0;
  for (const { id: organisationId } of organisations) if (await drawUp({ organisationId, serving, now })) drawn += 1;
  return drawn;
}
