import "server-only";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { dailyLimitRule, REASONS, tableFor } from "@/domain/points/table";
import { gateMember } from "@/features/access/gates/page";
import { now } from "@/lib/clock";
import { PAGE_SIZE } from "./constants";
import { findQuarterSums, findSourceTitles, listOwnEntries } from "./queries";
import { cursorText, parseCursor, pointsLine, quarterLabel, type PointsLine } from "./view";

export type LedgerLine = PointsLine & { title: string | null };
export type LedgerQuarter = { quarter: string; label: string; lines: LedgerLine[] };
export type LedgerPage = {
  /** Points of the present quarter. */
  present: { label: string; points: number };
  quarters: LedgerQuarter[];
  isFirstPage: boolean;
  nextCursor: string | null;
  rules: { name: string; rule: string }[];
  dailyLimit: string;
};

function byQuarter(lines: readonly LedgerLine[]): LedgerQuarter[] {
  const quarters = [...new Set(lines.map((line) => line.quarter))];
  return quarters.map((quarter) => ({
    ...{ quarter, label: quarterLabel(quarter) },
    lines: lines.filter((line) => line.quarter === quarter),
  }));
}

/** 积分流水: the person's own ledger, line by line, with the rules it was counted by. */
export async function loadLedger(cursor: string | undefined): Promise<LedgerPage> {
  const { own } = await gateMember("/me/points");
  const quarter = quarterOf(businessDateOf(now()));
  const after = cursor === undefined ? null : parseCursor(cursor);
  const [{ rows, next }, sums] = await Promise.all([
    listOwnEntries(own, { after, limit: PAGE_SIZE }),
    findQuarterSums(own, quarter),
  ]);
  const titles = await findSourceTitles(rows.map((row) => row.source));
  const table = tableFor(quarter);
  return {
    present: { label: quarterLabel(quarter), points: [...sums.values()].reduce((sum, points) => sum + points, 0) },
    quarters: byQuarter(rows.map((row) => ({ ...pointsLine(row), title: titles.get(row.source) ?? null }))),
    isFirstPage: after === null,
    nextCursor: next === null ? null : cursorText(next),
    rules: REASONS.map((reason) => ({ name: table.rows[reason].name, rule: table.rows[reason].rule })),
    dailyLimit: dailyLimitRule(table),
  };
}
