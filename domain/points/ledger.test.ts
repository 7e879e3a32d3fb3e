import fc from "fast-check";
import { expect, it } from "vitest";
import { compareTotals, reversalOf, sumByReason, sumOf, totals, type LedgerEntry } from "./ledger";

const lesson: LedgerEntry = {
  id: "e1",
  memberId: "m1",
  reason: "lesson",
  source: "lessons/a/01",
  value: 2,
  at: new Date("2026-11-20T02:00:00Z"),
  businessDate: "2026-11-20",
  quarter: "2026Q4",
  tableVersion: "2026Q4",
  branchId: "b1",
  organisationId: null,
  reversesId: null,
};
const now = new Date("2027-01-03T02:00:00Z");

it("a reversal names the original, stands on its day and branch, and takes exactly its value back", () => {
  const reversal = reversalOf(lesson, now);
  expect(reversal).toEqual({
    memberId: "m1",
    reason: "lesson",
    source: "reversal:e1",
    value: -2,
    at: now,
    businessDate: "2026-11-20",
    quarter: "2026Q4",
    tableVersion: "2026Q4",
    branchId: "b1",
    organisationId: null,
    reversesId: "e1",
  });
  expect(sumOf([lesson, reversal])).toBe(0);
  expect(Object.is(reversalOf({ ...lesson, value: 0 }, now).value, 0)).toBe(true);
});

it("a reversal is not reversed", () => {
  expect(() => reversalOf({ ...reversalOf(lesson, now), id: "e2" }, now)).toThrow(RangeError);
});

it("totals keep a row whose entries cancel out", () => {
  const rows = [
    { ...lesson, memberId: "m2" },
    lesson,
    { ...lesson, value: -2 },
    { ...lesson, quarter: "2027Q1", value: 1 },
  ];
  expect(totals(rows)).toEqual([
    { memberId: "m1", quarter: "2026Q4", reason: "lesson", total: 0 },
    { memberId: "m1", quarter: "2027Q1", reason: "lesson", total: 1 },
    { memberId: "m2", quarter: "2026Q4", reason: "lesson", total: 2 },
  ]);
  expect([...sumByReason(rows)]).toEqual([["lesson", 3]]);
  expect(totals([])).toEqual([]);
});

it("comparing names every row that differs, is missing or is too many", () => {
  const row = (memberId: string, total: number) => ({ memberId, quarter: "2026Q4", reason: "lesson", total });
  const ledger = [row("m1", 2), row("m2", 4), row("m3", 0)];
  expect(compareTotals({ ledger, cached: [...ledger].reverse() })).toEqual([]);
  expect(compareTotals({ ledger, cached: [row("m2", 5), row("m1", 2), row("m4", 1)] })).toEqual([
    { memberId: "m2", quarter: "2026Q4", reason: "lesson", ledger: 4, cached: 5 },
    { memberId: "m3", quarter: "2026Q4", reason: "lesson", ledger: 0, cached: null },
    { memberId: "m4", quarter: "2026Q4", reason: "lesson", ledger: null, cached: 1 },
  ]);
});

const anyEntry = fc.record({
  memberId: fc.constantFrom("m1", "m2", "m3"),
  quarter: fc.constantFrom("2026Q4", "2027Q1"),
  reason: fc.constantFrom("lesson", "review", "correction"),
  value: fc.integer({ min: -15, max: 15 }),
});

it("sums agree with a plain fold, in any order and in any two halves", () => {
  fc.assert(
    fc.property(fc.array(anyEntry), fc.nat(), (entries, seed) => {
      const cut = entries.length === 0 ? 0 : seed % entries.length;
      const turned = [...entries.slice(cut), ...entries.slice(0, cut)];
      const grand = entries.reduce((sum, entry) => sum + entry.value, 0);
      const byTotals = totals(entries);
      expect(totals(turned)).toEqual(byTotals);
      expect(byTotals.reduce((sum, row) => sum + row.total, 0)).toBe(grand);
      expect([...sumByReason(turned).values()].reduce((sum, value) => sum + value, 0)).toBe(grand);
      expect(sumOf(entries.slice(0, cut)) + sumOf(entries.slice(cut))).toBe(grand);
      for (const row of byTotals) {
        const own = entries.filter(
          (one) => one.memberId === row.memberId && one.quarter === row.quarter && one.reason === row.reason,
        );
        expect(row.total).toBe(own.reduce((sum, entry) => sum + entry.value, 0));
      }
    }),
  );
});
