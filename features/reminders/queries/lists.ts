import { isoWeekOf } from "@/domain/calendar/shanghai";
import type { BranchScope, OrganisationScope, ZoneScope } from "@/features/access/types";
import { within, type NamedDuty } from "@/features/duties/queries/duties";
import { db, type Prisma } from "@/lib/db";

export type ReminderRow = {
  readonly why: string;
  readonly dueOn: string;
  readonly reply: string;
  readonly repliedAt: Date | null;
  readonly duty: NamedDuty;
};

export type ListRow = { readonly id: string; readonly week: string; readonly items: ReminderRow[] };

const WEEKS_BACK = 8;

const ITEMS = {
  where: { duty: { state: { not: "dropped" } } },
  orderBy: [{ dueOn: "asc" }, { dutyId: "asc" }],
  select: {
    ...{ why: true, dueOn: true, reply: true, repliedAt: true },
    duty: { include: { organisation: { select: { name: true, state: true } } } },
  },
} as const satisfies Prisma.ReminderList$itemsArgs;

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
      ...{ id: true, week: true, items: ITEMS },
    },
  });
  const weeks = [...new Set(rows.map((row) => row.week))].slice(0, WEEKS_BACK);
  const shown = rows.filter((row) => weeks.includes(row.week));
  return { present: shown.filter((row) => row.week === week), earlier: shown.filter((row) => row.week !== week) };
}

export type AnsweredList = { organisationId: string; organisation: string; items: ReminderRow[] };

const MOST_ANSWERED = 50;
/** Nothing was said about it, on whichever page, or it was given back. */
const UNANSWERED = { reply: { not: "deferred" }, duty: { state: "open" } } as const;
const SAID = { OR: [{ NOT: UNANSWERED }, { reply: { not: "" } }], duty: { state: { not: "dropped" } } };

/** This week's lists of the scope that somebody answered, those with something put off first; and how many there are at all. */
export async function listAnswered(
  { stationId }: ZoneScope,
  today: string,
): Promise<{ lists: AnsweredList[]; answered: number; whole: number; total: number }> {
  const here: Prisma.ReminderListWhereInput = {
    ...{ week: isoWeekOf(today), organisation: { state: "active", ...(stationId === null ? {} : { stationId }) } },
    items: { some: { duty: { state: { not: "dropped" } } } },
  };
  const some = { items: { some: SAID } };
  const putOff = { items: { some: { duty: { state: "open", deferral: { not: "" } } } } };
  const find = (where: Prisma.ReminderListWhereInput, take: number) =>
    db().reminderList.findMany({
      where: { AND: [here, some, where] },
      orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
      take,
      select: { organisationId: true, organisation: { select: { name: true } }, items: ITEMS },
    });
  const [total, answered, whole, first] = await Promise.all([
    db().reminderList.count({ where: here }),
    db().reminderList.count({ where: { AND: [here, some] } }),
    db().reminderList.count({ where: { AND: [here, { items: { none: UNANSWERED } }] } }),
    find(putOff, MOST_ANSWERED),
  ]);
  const rows = [...first, ...(await find({ NOT: putOff }, MOST_ANSWERED - first.length))];
  const lists = rows.map(({ organisation, ...row }) => ({ ...row, organisation: organisation.name }));
  return { lists, answered, whole, total };
}
