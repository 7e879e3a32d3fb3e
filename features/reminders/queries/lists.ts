import { isoWeekOf } from "@/domain/calendar/shanghai";
import type { BranchScope, OrganisationScope } from "@/features/access/types";
import { within, type NamedDuty } from "@/features/duties/queries/duties";
import { db } from "@/lib/db";

export type ReminderRow = {
  readonly why: string;
  readonly dueOn: string;
  readonly reply: string;
  readonly repliedAt: Date | null;
  readonly duty: NamedDuty;
};

export type ListRow = { readonly id: string; readonly week: string; readonly items: ReminderRow[] };

const WEEKS_BACK = 8;

/** The reminder lists of the organisations of a branch, or of one organisation: this week's, and those of the weeks before. */
export async function listReminders(
  scope: BranchScope | OrganisationScope,
  today: string,
): Promise<{ present: ListRow[]; earlier: ListRow[] }> {
  const { organisationId } = await within(scope, today);
  const week = isoWeekOf(today);
  const rows = await db().reminderList.findMany({
    where: { organisationId: organisationId as string | { in: string[] } },
    orderBy: [{ week: "desc" }, { organisation: { name: "asc" } }, { id: "asc" }],
    take: WEEKS_BACK * 20,
    select: {
      ...{ id: true, week: true },
      items: {
        where: { duty: { state: { not: "dropped" } } },
        orderBy: [{ dueOn: "asc" }, { dutyId: "asc" }],
        select: {
          ...{ why: true, dueOn: true, reply: true, repliedAt: true },
          duty: { include: { organisation: { select: { name: true, state: true } } } },
        },
      },
    },
  });
  const weeks = [...new Set(rows.map((row) => row.week))].slice(0, WEEKS_BACK);
  const shown = rows.filter((row) => weeks.includes(row.week));
  return { present: shown.filter((row) => row.week === week), earlier: shown.filter((row) => row.week !== week) };
}
