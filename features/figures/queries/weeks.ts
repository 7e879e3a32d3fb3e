import { isoWeekOf, monthOf, quarterOf } from "@/domain/calendar/shanghai";
import { shareOf, sharesOfParts, type Share } from "@/domain/figures/share";
import { groupBy } from "@/domain/grouping";
import { selectRows } from "@/lib/db/prepared";
import { assignmentsOf, COVERS, outcomeSql, standingsOf, type Ask } from "./parts";

/** What was due in one week: done of expected, from five people up. */
export type WeekShare = { readonly week: string; readonly answered: Share };

type Row = { member_id: string; due_on: string; outcome: "open" | "done" | "excused" };

/** Everything the people of one organisation had due in a quarter. */
async function readQuarter(organisationId: string, ask: Ask): Promise<Row[]> {
  const [whole, chosen] = await Promise.all([
    readPairs(organisationId, ask, WHOLE),
    readPairs(organisationId, ask, CHOSEN),
  ]);
  return [...whole, ...chosen];
}

/**
 * Done of expected in one period of the organisation, from five people up. A month is shown as a part of its quarter, so
 * that it cannot be worked out from the other two.
 */
export async function getPeriodShare(
  organisationId: string,
  { first, last, today }: { first: string; last: string; today: string },
): Promise<Share> {
  const quarters = [...new Set([first, last, ...[4, 7, 10].map((month) => monthAfter(first, month))].map(quarterOf))];
  const asked = quarters.filter((quarter) => quarter >= quarterOf(first) && quarter <= quarterOf(last));
  const lists = await Promise.all(
    asked.map((quarter) => readQuarter(organisationId, { quarter, standing: "members", today })),
  );
  const rows = lists.flat();
  if (monthOf(first) !== monthOf(last)) return shareOf(sumOf(rows));
  const months = [...new Set([monthOf(first), ...rows.map((row) => monthOf(row.due_on))])].sort();
  const shares = sharesOfParts(months.map((month) => sumOf(rows.filter((row) => monthOf(row.due_on) === month))));
  return shares[months.indexOf(monthOf(first))] ?? { kind: "none" };
}

/** The first day of another month of the same year. */
const monthAfter = (day: string, month: number): string => `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;

/** The weeks of a quarter in which the people of one organisation had something due, in order. */
export async function listWeeks(organisationId: string, ask: Ask): Promise<WeekShare[]> {
  const weeks = groupBy(await readQuarter(organisationId, ask), (row) => isoWeekOf(row.due_on));
  const inOrder = [...weeks].sort(([a], [b]) => (a < b ? -1 : 1));
  const shares = sharesOfParts(inOrder.map(([, rows]) => sumOf(rows)));
  return inOrder.map(([week], index) => ({ week, answered: shares[index] ?? { kind: "none" } }));
}

function sumOf(rows: readonly Row[]) {
  const expected = rows.filter(({ outcome }) => outcome !== "excused");
  return {
    people: new Set(rows.map((row) => row.member_id)).size,
    part: expected.filter(({ outcome }) => outcome === "done").length,
    whole: expected.length,
  };
}

/** Where the people of an assignment come from, and when they count; `s` names the person. */
type Source = { readonly from: string; readonly when: string; readonly todays: number };
const WHOLE: Source = {
  from: "membership s JOIN assignment a ON a.branch_id = s.branch_id AND a.whole",
  when: `${COVERS("s")} AND ${COVERS("e")}`,
  todays: 4,
};
const CHOSEN: Source = {
  from: "assignee s JOIN assignment a ON a.id = s.assignment_id AND NOT a.whole",
  when: COVERS("e"),
  todays: 2,
};

function readPairs(organisationId: string, ask: Ask, { from, when, todays }: Source): Promise<Row[]> {
  const [set, people] = [assignmentsOf(ask), standingsOf(ask)];
  return selectRows<Row>(
    `SELECT s.member_id, a.due_on, ${outcomeSql("s.member_id")} AS outcome
     FROM ${from} JOIN employment e ON e.member_id = s.member_id JOIN member m ON m.id = s.member_id
     LEFT JOIN assignment_result r ON r.assignment_id = a.id AND r.member_id = s.member_id
     WHERE e.organisation_id = ? AND ${set.sql} AND ${when} AND ${people.sql}`,
    [organisationId, ...set.values, ...Array.from({ length: todays }, () => ask.today), ...people.values],
  );
}
