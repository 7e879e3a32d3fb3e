import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { award, type Award } from "@/domain/points/award";
import { compareTotals, totals, type LedgerEntry, type TotalDifference } from "@/domain/points/ledger";
import { tableFor, type Reason } from "@/domain/points/table";
import { db, type Tx } from "@/lib/db";

type Own = { readonly memberId: string };

/** Everybody who has an entry or a cached total, in a fixed order. */
export async function listLedgerMembers(): Promise<string[]> {
  const [entries, cached] = await Promise.all([
    db().pointsEntry.findMany({ distinct: ["memberId"], select: { memberId: true } }),
    db().pointsTotal.findMany({ distinct: ["memberId"], select: { memberId: true } }),
  ]);
  return [...new Set([...entries, ...cached].map((row) => row.memberId))].sort();
}

/** One person's whole ledger, oldest first. */
export function listEntries(tx: Tx, memberId: string): Promise<LedgerEntry[]> {
  return tx.pointsEntry.findMany({ where: { memberId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
}

/** Where one person's cached totals differ from the ledger. Exact when the ledger is locked in `tx`. */
export async function listDifferences(tx: Tx, memberId: string): Promise<TotalDifference[]> {
  const [entries, cached] = [await listEntries(tx, memberId), await tx.pointsTotal.findMany({ where: { memberId } })];
  return compareTotals({ ledger: totals(entries), cached });
}

/** The person's points of a quarter by reason, reasons that cancelled out included. */
export async function findQuarterSums(own: Own, quarter: string): Promise<Map<string, number>> {
  const rows = await db().pointsTotal.findMany({
    where: { memberId: own.memberId, quarter },
    select: { reason: true, total: true },
  });
  return new Map(rows.map((row) => [row.reason, row.total]));
}

/** The person's points of one business day. */
export async function countPointsOfDay(own: Own, businessDate: string): Promise<number> {
  const { _sum } = await db().pointsEntry.aggregate({
    where: { memberId: own.memberId, quarter: quarterOf(businessDate), businessDate },
    _sum: { value: true },
  });
  return _sum.value ?? 0;
}

/** What a deed brought when it was done at `at`, told again from the ledger as it stood then. */
export async function findAward(
  own: Own,
  deed: { readonly reason: Reason; readonly source: string; readonly at: Date },
): Promise<Award> {
  const businessDate = businessDateOf(deed.at);
  const quarter = quarterOf(businessDate);
  const [entry, earned] = await Promise.all([
    db().pointsEntry.findUnique({
      where: { memberId_reason_source: { memberId: own.memberId, reason: deed.reason, source: deed.source } },
      select: { value: true },
    }),
    db().pointsEntry.findMany({
      where: { memberId: own.memberId, quarter, businessDate, at: { lte: deed.at }, NOT: { source: deed.source } },
      select: { reason: true, source: true, value: true, businessDate: true },
    }),
  ]);
  const { because } = award({ table: tableFor(quarter), ...deed, businessDate, earned });
  return { value: entry?.value ?? 0, ...(because === undefined ? {} : { because }) };
}

/** A place in the ledger, newest first: the page continues behind it. */
export type LedgerCursor = { readonly at: Date; readonly id: string };

export type LedgerRow = LedgerEntry & {
  /** The person's points of that quarter up to and including this entry. */
  readonly quarterSum: number;
  /** True when a later entry takes it back. */
  readonly reversed: boolean;
};

/** A page of the person's own ledger, newest first, with the sum of the quarter at every line. */
export async function listOwnEntries(
  own: Own,
  page: { readonly after: LedgerCursor | null; readonly limit: number },
): Promise<{ rows: LedgerRow[]; next: LedgerCursor | null }> {
  const { after, limit } = page;
  const found = await db().pointsEntry.findMany({
    where: {
      memberId: own.memberId,
      ...(after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const [sums, reversals] = await Promise.all([quarterSums(own, rows), reversedIds(own, rows)]);
  return {
    rows: rows.map((row) => ({ ...row, quarterSum: sums.get(row.id) ?? 0, reversed: reversals.has(row.id) })),
    next: found.length > limit && last !== undefined ? { at: last.at, id: last.id } : null,
  };
}

/** Sum of the quarter up to each entry; one question to the database for each quarter on the page. */
async function quarterSums(own: Own, newestFirst: readonly LedgerEntry[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for (const quarter of new Set(newestFirst.map((row) => row.quarter))) {
    const rows = newestFirst.filter((row) => row.quarter === quarter);
    const first = rows[0];
    if (first === undefined) continue;
    const { _sum } = await db().pointsEntry.aggregate({
      where: {
        ...{ memberId: own.memberId, quarter },
        OR: [{ at: { lt: first.at } }, { at: first.at, id: { lte: first.id } }],
      },
      _sum: { value: true },
    });
    let sum = _sum.value ?? 0;
    for (const row of rows) {
      sums.set(row.id, sum);
      sum -= row.value;
    }
  }
  return sums;
}

async function reversedIds(own: Own, rows: readonly LedgerEntry[]): Promise<ReadonlySet<string>> {
  const found = await db().pointsEntry.findMany({
    where: { memberId: own.memberId, reversesId: { in: rows.map((row) => row.id) } },
    select: { reversesId: true },
  });
  return new Set(found.flatMap((row) => row.reversesId ?? []));
}

/** An entry that came of an objection to a quarter's result. */
const OBJECTION_SOURCE = "season-objection:";
const CORRECTED = "公示期里核对流水后更正";

/** Titles of the entries, the lessons and what a branch had set among some sources, by source. */
export async function findSourceTitles(sources: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const contentOf = (source: string): string => source.split("@")[0] ?? source;
  const select = { id: true, title: true } as const;
  const [contents, assignments] = await Promise.all([
    db().contentItem.findMany({ where: { id: { in: [...new Set(sources.map(contentOf))] } }, select }),
    db().assignment.findMany({ where: { id: { in: [...sources] } }, select }),
  ]);
  const titles = new Map([...contents, ...assignments].map((row) => [row.id, row.title]));
  return new Map(
    sources.flatMap((source) => {
      const title = source.startsWith(OBJECTION_SOURCE) ? CORRECTED : titles.get(contentOf(source));
      return title === undefined ? [] : [[source, title]];
    }),
  );
}
