import { describe, expect, it } from "vitest";
import { JOB_NAMES, JOB_PLANS, nextAt, periodAt, type Schedule } from "./schedule";

const at = (text: string) => new Date(`${text}+08:00`);
const shown = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

const DAY: Schedule = { every: "day", from: "03:30" };
const WEEK: Schedule = { every: "week", from: "08:00" };
const QUARTER: Schedule = { every: "quarter", from: "00:30" };

describe("the clock's periods", () => {
  it.each<[Schedule, string, string | null, string]>([
    [{ every: "minute" }, "2026-11-20T10:05:59", "2026-11-20T02:05", "2026-11-20T10:06"],
    [{ every: "hour" }, "2026-11-20T10:59:59", "2026-11-20T02", "2026-11-20T11:00"],
    [DAY, "2026-11-20T03:29:59", null, "2026-11-20T03:30"],
    [DAY, "2026-11-20T03:30:00", "2026-11-20", "2026-11-21T03:30"],
    [DAY, "2026-11-20T23:59:59", "2026-11-20", "2026-11-21T03:30"],
    // An ordinary week: Monday the 16th.
    [WEEK, "2026-11-15T23:59:59", "2026-W46", "2026-11-16T08:00"],
    [WEEK, "2026-11-16T07:59:59", null, "2026-11-16T08:00"],
    [WEEK, "2026-11-16T08:00:00", "2026-W47", "2026-11-23T08:00"],
    [WEEK, "2026-11-22T20:00:00", "2026-W47", "2026-11-23T08:00"],
    // National Day 2026 is off until Wednesday the 7th: the week begins on Thursday.
    [WEEK, "2026-10-07T12:00:00", null, "2026-10-08T08:00"],
    [WEEK, "2026-10-08T08:00:00", "2026-W41", "2026-10-12T08:00"],
    // Spring Festival takes the whole week of 16 February 2026.
    [WEEK, "2026-02-18T12:00:00", null, "2026-02-24T08:00"],
    [QUARTER, "2027-01-01T00:29:59", null, "2027-01-01T00:30"],
    [QUARTER, "2027-01-01T00:30:00", "2026Q4", "2027-04-01T00:30"],
    [QUARTER, "2027-03-31T23:59:59", "2026Q4", "2027-04-01T00:30"],
    [QUARTER, "2027-04-01T00:30:00", "2027Q1", "2027-07-01T00:30"],
  ])("%j at %s: period %s, next %s", (schedule, now, period, next) => {
    expect(periodAt(schedule, at(now))).toBe(period);
    expect(shown(nextAt(schedule, at(now)))).toBe(next);
  });

  it("of every plan: a period begins exactly when the one before has said so", () => {
    for (const name of JOB_NAMES) {
      const { schedule } = JOB_PLANS[name];
      let now = at("2026-12-28T12:00:00");
      for (let step = 0; step < 4; step += 1) {
        const next = nextAt(schedule, now);
        const period = periodAt(schedule, next);
        expect([name, period === null]).toEqual([name, false]);
        expect([name, periodAt(schedule, new Date(next.getTime() - 1)) === period]).toEqual([name, false]);
        now = next;
      }
    }
  });
});
