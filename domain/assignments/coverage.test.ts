import { expect, it } from "vitest";
import { coveredMembers, decisiveDay, type Stay } from "./coverage";

const stay = (memberId: string, since: string, until: string | null = null, branchId = "b1"): Stay => ({
  ...{ memberId, branchId, since, until },
});

const STAYS: Stay[] = [
  stay("always", "2026-01-01"),
  stay("joins-before", "2026-11-30"),
  stay("joins-after", "2026-12-01"),
  stay("leaves-on-the-day", "2026-01-01", "2026-11-30"),
  stay("leaves-before", "2026-01-01", "2026-11-29"),
  stay("leaves-after", "2026-01-01", "2026-12-01"),
  stay("elsewhere", "2026-01-01", null, "b2"),
  stay("comes-back", "2026-01-01", "2026-06-30"),
  stay("comes-back", "2026-11-01"),
];

const whole = { branchId: "b1", dueOn: "2026-11-30", whole: true, chosen: [] };

it("the decisive day is today until the due date, then the due date", () => {
  expect(decisiveDay("2026-11-30", "2026-11-29")).toBe("2026-11-29");
  expect(decisiveDay("2026-11-30", "2026-11-30")).toBe("2026-11-30");
  expect(decisiveDay("2026-11-30", "2027-05-01")).toBe("2026-11-30");
});

it.each([
  ["2026-11-29", ["always", "leaves-on-the-day", "leaves-before", "leaves-after", "comes-back"], "the day before"],
  ["2026-11-30", ["always", "joins-before", "leaves-on-the-day", "leaves-after", "comes-back"], "the due date"],
  ["2026-12-24", ["always", "joins-before", "leaves-on-the-day", "leaves-after", "comes-back"], "long after it"],
])("seen on %s, the whole branch is %j (%s)", (today, expected) => {
  expect(coveredMembers(whole, STAYS, today)).toEqual(expected);
});

it("chosen people stay chosen wherever they are, each once", () => {
  const chosen = ["elsewhere", "leaves-before", "elsewhere"];
  expect(coveredMembers({ ...whole, whole: false, chosen }, STAYS, "2026-12-24")).toEqual([
    "elsewhere",
    "leaves-before",
  ]);
});
