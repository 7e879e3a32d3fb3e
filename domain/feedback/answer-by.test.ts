import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/plain-date";
import { answerBy, lastDueBy, urgencyOf } from "./answer-by";

describe("the answer to a report", () => {
  it.each([
    // A Sunday, a Monday, a Friday.
    ["2026-11-22", "2026-11-27", true],
    ["2026-11-23", "2026-11-30", true],
    ["2026-11-27", "2026-12-04", true],
    // National Day is off until the 7th, Saturday the 10th is worked.
    ["2026-09-30", "2026-10-13", true],
    // Of 2027 only the weekends are known.
    ["2026-12-30", "2027-01-06", false],
  ])("of %s is due on %s", (receivedOn, date, isKnown) => {
    expect(answerBy(receivedOn)).toEqual({ date, isKnown });
  });

  it("is refused for what is no day", () => {
    expect(() => answerBy("2026-11")).toThrow(RangeError);
  });

  it.each([
    ["2026-11-26", "2026-11-27", "overdue"],
    ["2026-11-27", "2026-11-27", "today"],
    ["2026-11-28", "2026-11-27", "waiting"],
  ] as const)("due on %s is on %s: %s", (dueOn, today, urgency) => {
    expect(urgencyOf(dueOn, today)).toBe(urgency);
  });

  it("is due for everything up to one day and for nothing after it, on every day of a year", () => {
    for (let today = "2026-01-01"; today <= "2026-12-31"; today = addDays(today, 1)) {
      const last = lastDueBy(today);
      expect(answerBy(last).date <= today).toBe(true);
      expect(answerBy(addDays(last, 1)).date > today).toBe(true);
    }
  });
});
