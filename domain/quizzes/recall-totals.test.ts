import { expect, it } from "vitest";
import {
  compareRecallTotals,
  doubledFirsts,
  recallTotals,
  type FirstAnswer,
  type RecallSum,
  type Stay,
} from "./recall-totals";

let counter = 0;
const answer = (
  questionId: string,
  businessDate: string,
  isRight = true,
  over: Partial<FirstAnswer> = {},
): FirstAnswer => {
  counter += 1;
  return { id: `r${String(counter).padStart(3, "0")}`, questionId, topic: "meetings", businessDate, isRight, ...over };
};
const stay = (placeId: string, since: string, until: string | null = null): Stay => ({
  ...{ id: `${placeId}-${since}`, placeId, since, until },
});
const sum = (branchId: string, organisationId: string, firsts: number, rights: number, over = {}): RecallSum => ({
  ...{ quarter: "2026Q4", topic: "meetings", branchId, organisationId, firsts, rights },
  ...over,
});

it("sums follow the branch and the organisation of each day, through a move in the middle of the quarter", () => {
  const stays = {
    branches: [stay("b1", "2026-01-01", "2026-11-02"), stay("b2", "2026-11-03")],
    organisations: [stay("o1", "2026-01-01", "2026-11-15")],
  };
  const answers = [
    ...[answer("a", "2026-11-02"), answer("b", "2026-11-03", false), answer("c", "2026-11-15")],
    ...[answer("d", "2026-11-16"), answer("e", "2025-12-31"), answer("f", "2026-11-02", true, { topic: "people" })],
  ];
  expect(recallTotals(answers, stays)).toEqual([
    sum("b1", "o1", 1, 1),
    sum("b2", "o1", 2, 1),
    sum("b2", "", 1, 1),
    sum("", "", 1, 1, { quarter: "2025Q4" }),
    sum("b1", "o1", 1, 1, { topic: "people" }),
  ]);
});

it("of stays that overlap the one that began last counts, whatever the order of the rows", () => {
  const branches = [stay("old", "2026-01-01"), stay("new", "2026-11-01"), stay("older", "2025-01-01")];
  for (const order of [branches, [...branches].reverse()]) {
    expect(recallTotals([answer("a", "2026-11-20")], { branches: order, organisations: [] })).toEqual([
      sum("new", "", 1, 1),
    ]);
  }
});

it("of two rows for one question the earlier day counts, then the earlier row", () => {
  const [late, early] = [answer("a", "2026-11-03", true), answer("a", "2026-11-02", false)];
  expect(doubledFirsts([late, early])).toEqual([late.id]);
  const [first, second] = [answer("b", "2026-11-02"), answer("b", "2026-11-02")];
  expect(doubledFirsts([second, first])).toEqual([second.id]);
  expect(recallTotals([late, early], { branches: [], organisations: [] })).toEqual([sum("", "", 1, 0)]);
});

it("names every row that differs, and no other", () => {
  const same = sum("b0", "", 3, 2);
  expect(
    compareRecallTotals({
      answers: [sum("b1", "", 1, 1), same, sum("b2", "", 2, 2)],
      cached: [same, sum("b2", "", 2, 1), sum("b3", "", 1, 0)],
    }).map(({ key, answers, cached }) => [key.branchId, answers?.rights ?? null, cached?.rights ?? null]),
  ).toEqual([
    ["b1", 1, null],
    ["b2", 2, 1],
    ["b3", null, 0],
  ]);
  expect(compareRecallTotals({ answers: [same], cached: [same] })).toEqual([]);
});
