import { expect, it } from "vitest";
import { reversalOf, type LedgerEntry } from "./ledger";
import { ledgerFaults } from "./verification";

const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ id: "e1", memberId: "m1", reason: "lesson", source: "lessons/a/01", value: 2 },
  ...{ at: new Date("2026-11-21T04:00:00Z"), businessDate: "2026-11-21", quarter: "2026Q4", tableVersion: "2026Q4" },
  ...{ branchId: "b1", organisationId: null, reversesId: null },
  ...more,
});
const reversal = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: "r1",
  ...reversalOf(entry(), new Date("2026-12-01T04:00:00Z")),
  ...more,
});

it.each<[string, LedgerEntry[], string[]]>([
  ["nothing", [], []],
  ["an entry and its reversal", [entry(), reversal()], []],
  ["an entry just after midnight in Shanghai", [entry({ at: new Date("2026-11-20T16:00:00Z") })], []],
  ["an entry just before it", [entry({ at: new Date("2026-11-20T15:59:59Z") })], ["流水e1：日期与时间不符。"]],
  ["a wrong quarter", [entry({ quarter: "2026Q3" })], ["流水e1：季度与日期不符。"]],
  ["no points", [entry({ value: 0 })], ["流水e1：分值为零。"]],
  ["an unknown reason", [entry({ reason: "sign-in" })], ["流水e1：不认识的事由sign-in。"]],
  ["a table that does not exist", [entry({ tableVersion: "2025Q1" })], ["流水e1：没有2025Q1版的积分表。"]],
  ["a bare negative entry", [entry({ value: -2 })], ["流水e1：负分没有写明冲销哪一条。"]],
  ["a negative correction", [entry({ reason: "correction", value: -2 })], []],
  ["a reversal without its original", [reversal()], ["流水r1：它冲销的流水e1不存在。"]],
  ["half a reversal", [entry(), reversal({ value: -1 })], ["流水r1：冲销的分值与原流水e1不相反。"]],
  [
    "a reversal in another branch",
    [entry(), reversal({ branchId: "b2" })],
    ["流水r1：与原流水e1的事由、日期或单位不一致。"],
  ],
  ["a reversal under another source", [entry(), reversal({ source: "x" })], ["流水r1：来源没有写明原流水e1。"]],
  ["one deed twice", [entry(), entry({ id: "e2" })], ["流水e2：同一件事（lesson，lessons/a/01）计了两次。"]],
])("%s", (_sentence, entries, faults) => {
  expect(ledgerFaults(entries)).toEqual(faults);
});

it("takes lessons up to the cap of the day and not past it", () => {
  const lessons = (count: number) =>
    Array.from({ length: count }, (_, index) => entry({ id: `e${index}`, source: `lessons/${index}` }));
  expect(ledgerFaults(lessons(3))).toEqual([]);
  expect(ledgerFaults(lessons(4))).toEqual(["课程学习，2026-11-21：合计8分，超过上限6分。"]);
});

it("finds a day above the daily limit though every reason keeps its own", () => {
  const assigned = Array.from({ length: 11 }, (_, index) =>
    entry({ id: `a${index}`, reason: "assigned-study", source: `s${index}` }),
  );
  expect(ledgerFaults(assigned.slice(0, 10))).toEqual([]);
  expect(ledgerFaults(assigned)).toEqual(["日常学习，2026-11-21：合计22分，超过上限20分。"]);
});
