import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { quarterOf } from "@/domain/calendar/shanghai";
import { award } from "./award";
import { reversalOf, sumOf, type LedgerEntry } from "./ledger";
import { mergeLedgers } from "./merge";
import { REASONS, tableFor, type Reason } from "./table";
import { ledgerFaults } from "./verification";

const NOW = new Date("2027-02-01T04:00:00Z");
let counter = 0;

function entry(memberId: string, over: Partial<LedgerEntry> = {}): LedgerEntry {
  counter += 1;
  const businessDate = over.businessDate ?? "2026-11-02";
  return {
    ...{ id: `e${counter}`, memberId, reason: "lesson", source: `lesson-${counter}`, value: 2, businessDate },
    ...{ at: new Date(`${businessDate}T04:00:00Z`), quarter: quarterOf(businessDate), tableVersion: "2026Q4" },
    ...{ branchId: "b1", organisationId: null, reversesId: null, ...over },
  };
}

const merge = (kept: LedgerEntry[], gone: LedgerEntry[]) => mergeLedgers({ kept, gone, keptId: "kept", now: NOW });
const withIds = (rows: readonly Omit<LedgerEntry, "id">[]): LedgerEntry[] =>
  rows.map((row) => ({ ...row, id: `m${(counter += 1)}` }));

describe("two ledgers", () => {
  it("what both did is paid once, what one did moves under its own day and branch", () => {
    const kept = [entry("kept", { source: "L" })];
    const gone = [entry("gone", { source: "L", branchId: "b2" }), entry("gone", { source: "M", branchId: "b2" })];
    const result = merge(kept, gone);
    expect(result.reversals.map((row) => [row.memberId, row.value, row.reversesId])).toEqual([
      ["gone", -2, gone[0]?.id],
      ["gone", -2, gone[1]?.id],
    ]);
    expect(result.entries).toHaveLength(1);
    expect(result.entries[0]).toMatchObject({ memberId: "kept", source: "M", branchId: "b2", value: 2 });
    expect(result.lost).toBe(2);
  });
  it("a cap of the day lets in what fits, on that day alone", () => {
    const kept = [entry("kept"), entry("kept"), entry("kept", { value: 1, source: "half" })];
    const gone = [entry("gone", { source: "M" }), entry("gone", { source: "N", businessDate: "2026-11-03" })];
    expect(merge(kept, gone).entries.map((row) => [row.source, row.value])).toEqual([
      ["M", 1],
      ["N", 2],
    ]);
  });
  it("an entry that was paid in part is not paid in full now", () => {
    expect(merge([], [entry("gone", { value: 1 })]).entries.map((row) => row.value)).toEqual([1]);
  });
  it("a deed that was taken back from the kept account does not come back through the other one", () => {
    const paid = entry("kept", { source: "L" });
    const kept = [paid, { ...reversalOf(paid, NOW), id: "r1" }];
    expect(merge(kept, [entry("gone", { source: "L" })]).entries).toEqual([]);
  });
  it("what was taken back before is left alone", () => {
    const paid = entry("gone", { source: "L" });
    const result = merge([], [paid, { ...reversalOf(paid, NOW), id: "r2" }]);
    expect(result).toEqual({ reversals: [], entries: [], lost: 0 });
  });
  it("a correction moves as it is, also below zero", () => {
    const gone = [entry("gone", { reason: "correction", value: -3, source: "c1" })];
    expect(merge([], gone).entries.map((row) => row.value)).toEqual([-3]);
  });
});

/** A history that the product could have written: every deed through the caps, some taken back again. */
const arbitraryHistory = (memberId: string): fc.Arbitrary<LedgerEntry[]> =>
  fc
    .array(
      fc.record({
        reason: fc.constantFrom<Reason>(...REASONS),
        source: fc.integer({ min: 0, max: 12 }),
        day: fc.integer({ min: 0, max: 100 }),
        given: fc.integer({ min: -3, max: 15 }),
        isTakenBack: fc.boolean(),
      }),
      { maxLength: 60 },
    )
    .map((deeds) => {
      const rows: LedgerEntry[] = [];
      for (const { reason, source, day, given, isTakenBack } of deeds) {
        const businessDate = addDays("2026-10-20", day);
        const deed = `${reason}-${source}`;
        if (rows.some((row) => row.reason === reason && row.source === deed)) continue;
        const { value } = award({ table: tableFor("2026Q4"), reason, source: deed, businessDate, earned: rows, given });
        if (value === 0) continue;
        const paid = entry(memberId, { reason, source: deed, value, businessDate });
        rows.push(paid);
        if (isTakenBack) rows.push({ ...reversalOf(paid, NOW), id: `t${(counter += 1)}` });
      }
      return rows;
    });

it("any two histories become one that agrees with itself, loses nothing but doubles, and merges only once", () => {
  fc.assert(
    fc.property(arbitraryHistory("kept"), arbitraryHistory("gone"), (kept, gone) => {
      expect([ledgerFaults(kept), ledgerFaults(gone)]).toEqual([[], []]);
      const { reversals, entries, lost } = merge(kept, gone);
      const [keptAfter, goneAfter] = [
        [...kept, ...withIds(entries)],
        [...gone, ...withIds(reversals)],
      ];
      expect([ledgerFaults(keptAfter), ledgerFaults(goneAfter)]).toEqual([[], []]);
      expect(sumOf(goneAfter)).toBe(0);
      expect(sumOf(keptAfter)).toBe(sumOf(kept) + sumOf(gone) - lost);
      expect(merge(keptAfter, goneAfter)).toEqual({ reversals: [], entries: [], lost: 0 });
    }),
    { numRuns: 300 },
  );
});
