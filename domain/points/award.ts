import { addDays, weekdayOf } from "@/domain/calendar/plain-date";
import { isoWeekOf, monthOf, quarterOf } from "@/domain/calendar/shanghai";
import { PERIOD_LABELS, type Period, type PointsRow, type PointsTable, type Reason } from "./table";

/**
 * How many points one deed earns today, given what was earned before. Never more than its worth, never past the cap of
 * its reason, never past the daily limit; when only a part fits, that part is paid. Reversals among the earlier entries
 * give their room back on the day of the entry they reverse.
 *
 * Example: 18 points from daily reasons today and a lesson worth 2 → 2; at 19 → 1, and 0 from 20 on, with the reason.
 */
export interface EarnedEntry {
  readonly reason: string;
  readonly source: string;
  readonly value: number;
  readonly businessDate: string;
}

export interface AwardInput {
  readonly table: PointsTable;
  readonly reason: Reason;
  readonly source: string;
  /** Of the deed, in Asia/Shanghai. */
  readonly businessDate: string;
  /** The member's entries since `earnedSince(businessDate)`, reversals included; more do no harm. */
  readonly earned: readonly EarnedEntry[];
  /** Asked of `contest-score` and `correction` only: see `Worth`. */
  readonly given?: number;
}

export interface Award {
  readonly value: number;
  /** In Chinese; present when the value is less than the deed is worth. */
  readonly because?: string;
}

const PERIOD_OF: Readonly<Record<Period, (businessDate: string) => string>> = {
  day: (businessDate) => businessDate,
  week: isoWeekOf,
  month: monthOf,
  quarter: quarterOf,
};

const mondayOf = (businessDate: string): string => addDays(businessDate, 1 - weekdayOf(businessDate));

/** The first day whose entries can matter to caps on `businessDate`: of its quarter, or of its week when that is earlier. */
export function earnedSince(businessDate: string): string {
  const quarterMonth = (Number(quarterOf(businessDate).slice(5)) - 1) * 3 + 1;
  const quarterStart = `${businessDate.slice(0, 4)}-${String(quarterMonth).padStart(2, "0")}-01`;
  const monday = mondayOf(businessDate);
  return monday < quarterStart ? monday : quarterStart;
}

/**
 * The quarters whose entries can matter to caps on `businessDate`: its own and those that its week reaches into. A deed of
 * the old quarter may be paid after one of the new: a paper that the clock closes counts on the day of its deadline.
 */
export function quartersOfCaps(businessDate: string): [string, string, string] {
  const monday = mondayOf(businessDate);
  return [quarterOf(monday), quarterOf(businessDate), quarterOf(addDays(monday, 6))];
}

/** Best percent (0–100) × 15 ÷ 100, rounded down; 15 stands in the table as the worth of `contest-score`. */
export function contestScore(table: PointsTable, bestPercent: number): number {
  return Math.floor((Math.min(Math.max(bestPercent, 0), 100) * table.rows["contest-score"].value) / 100);
}

function worthOf(row: PointsRow, given: number | undefined): number {
  switch (row.worth) {
    case "fixed":
      return row.value;
    case "up-to":
      return Math.min(Math.max(Math.trunc(given ?? 0), 0), row.value);
    case "given":
      return Math.trunc(given ?? 0);
  }
}

interface Limit {
  readonly room: number;
  readonly because: string;
}

function roomUnder(limit: number, entries: readonly EarnedEntry[]): number {
  const used = entries.reduce((sum, entry) => sum + entry.value, 0);
  return Math.max(0, limit - used);
}

function limitOfReason(row: PointsRow, input: AwardInput): Limit | null {
  if (row.cap === null) return null;
  const same = input.earned.filter((entry) => entry.reason === row.reason);
  if (row.cap.per === "once") {
    const paid = same.some((entry) => entry.source === input.source);
    return { room: paid ? 0 : row.value, because: `“${row.name}”每项只计一次，这一项已经计过。` };
  }
  const { per, limit } = row.cap;
  const period = PERIOD_OF[per];
  const now = period(input.businessDate);
  const room = roomUnder(
    limit,
    same.filter((entry) => period(entry.businessDate) === now),
  );
  return { room, because: `“${row.name}”${PERIOD_LABELS[per]}最多${limit}分，已到上限。` };
}

function limitOfDay(row: PointsRow, input: AwardInput): Limit | null {
  if (!row.daily) return null;
  const dailyReasons = new Set<string>(
    Object.values(input.table.rows)
      .filter((line) => line.daily)
      .map((line) => line.reason),
  );
  const today = input.earned.filter(
    (entry) => entry.businessDate === input.businessDate && dailyReasons.has(entry.reason),
  );
  const limit = input.table.dailyLimit;
  return { room: roomUnder(limit, today), because: `日常学习合计每天最多${limit}分，已到上限。` };
}

/** Never throws. `value` is a whole number between 0 and the deed's worth (a correction: exactly what is given). */
export function award(input: AwardInput): Award {
  const row = input.table.rows[input.reason];
  const worth = worthOf(row, input.given);
  const tightest = [limitOfReason(row, input), limitOfDay(row, input)]
    .filter((limit) => limit !== null)
    .reduce<Limit | null>((least, limit) => (least === null || limit.room < least.room ? limit : least), null);
  if (tightest === null || tightest.room >= worth) return { value: worth };
  return { value: tightest.room, because: tightest.because };
}
