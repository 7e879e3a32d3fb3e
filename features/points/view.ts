import { isReason, tableFor, type PointsRow } from "@/domain/points/table";
import type { LedgerCursor, LedgerRow } from "./queries";

/** One line of one's own ledger: a day and no time, because nothing here is about when somebody sat down. */
export type PointsLine = {
  id: string;
  /** Business day in Asia/Shanghai. */
  date: string;
  quarter: string;
  reason: string;
  reasonName: string;
  /** The rule it was counted by, in the words of the table of that time. */
  rule: string;
  source: string;
  value: number;
  /** Points of the quarter up to and including this line. */
  quarterSum: number;
  /** In Chinese; null when there is nothing to explain. */
  note: string | null;
  reversesId: string | null;
};

function ruleRow(row: LedgerRow): PointsRow | null {
  return isReason(row.reason) ? tableFor(row.tableVersion).rows[row.reason] : null;
}

function noteOf(row: LedgerRow, rule: PointsRow | null): string | null {
  if (row.reversesId !== null) return "这是一笔冲销，抵去之前记错的一笔。";
  if (row.reversed) return "这一笔后来冲销了，不再计入。";
  if (rule?.worth === "fixed" && row.value < rule.value) return `应得${rule.value}分，到了上限，只计${row.value}分。`;
  return null;
}

export function pointsLine(row: LedgerRow): PointsLine {
  const rule = ruleRow(row);
  return {
    ...{ id: row.id, date: row.businessDate, quarter: row.quarter, reason: row.reason },
    ...{ reasonName: rule?.name ?? row.reason, rule: rule?.rule ?? "" },
    ...{ source: row.source, value: row.value, quarterSum: row.quarterSum },
    ...{ note: noteOf(row, rule), reversesId: row.reversesId },
  };
}

/** A cursor as the API hands it out: opaque, safe in an address. */
export function cursorText({ at, id }: LedgerCursor): string {
  return `${at.getTime().toString(36)}_${id}`;
}

/** Null for text that this API never handed out. Never throws. */
export function parseCursor(text: string): LedgerCursor | null {
  const found = /^([0-9a-z]{1,9})_([\w-]{1,64})$/u.exec(text);
  const at = found === null ? null : new Date(parseInt(found[1] ?? "", 36));
  return found === null || at === null || Number.isNaN(at.getTime()) ? null : { at, id: found[2] ?? "" };
}

/** 2026Q4 as people read it: 2026年第四季度. */
export function quarterLabel(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${["一", "二", "三", "四"][Number(quarter.slice(5)) - 1] ?? ""}季度`;
}

/** +3 or −2, as points of one line are read. */
export function signed(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}
