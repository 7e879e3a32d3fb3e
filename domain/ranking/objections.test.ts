import { describe, expect, it } from "vitest";
import { answererFault, maySettle, objectionPeriod, objectionStage } from "./objections";

const at = (text: string) => new Date(`${text}+08:00`);

describe("the time for objections", () => {
  it.each([
    ["2026Q2", "2026-07-01", "2026-07-07", "2026-07-08", true],
    // National Day is off until the 7th, Saturday the 10th is worked.
    ["2026Q3", "2026-10-01", "2026-10-13", "2026-10-14", true],
    // Nothing is known of 2027 but its weekends.
    ["2026Q4", "2027-01-01", "2027-01-07", "2027-01-08", false],
  ])("of %s lasts five working days and is followed by the settling", (quarter, from, until, settlesOn, isKnown) => {
    const settlesAt = at(`${settlesOn}T00:30:00`);
    expect(objectionPeriod(quarter)).toEqual({ from, until, settlesOn, settlesAt, isKnown });
  });

  it("leaves out New Year's Day once it is known", () => {
    const holidays = [{ name: "元旦", from: "2027-01-01", to: "2027-01-03" }];
    const years = [
      { year: "2026", holidays: [], workedWeekends: [] },
      { year: "2027", holidays, workedWeekends: [] },
    ] as unknown as NonNullable<Parameters<typeof objectionPeriod>[1]>;
    expect(objectionPeriod("2026Q4", years)).toMatchObject({ until: "2027-01-08", settlesOn: "2027-01-11" });
  });

  it.each([
    ["2026-12-31", "before"],
    ["2027-01-01", "taking"],
    ["2027-01-07", "taking"],
    ["2027-01-08", "over"],
  ] as const)("on %s: %s", (today, stage) => {
    expect(objectionStage(objectionPeriod("2026Q4"), today)).toBe(stage);
  });

  it.each([
    ["2026-12-31T23:59:59", 0, { may: false, why: "lasts" }],
    ["2027-01-01T00:00:00", 0, { may: false, why: "stands" }],
    ["2027-01-08T00:29:59", 0, { may: false, why: "stands" }],
    ["2027-01-08T00:30:00", 0, { may: true }],
    ["2027-01-08T00:30:00", 1, { may: false, why: "waits" }],
    ["2027-09-01T00:00:00", 0, { may: true }],
  ] as const)("settling at %s with %i open objections: %j", (now, openObjections, settling) => {
    expect(maySettle({ quarter: "2026Q4", openObjections, now: at(now) })).toEqual(settling);
  });
});

describe("who answers", () => {
  it.each([
    ["somebody else may", { objectorId: "m1" }, null],
    ["whoever objected may not", { objectorId: "officer" }, "你自己的异议"],
    ["somebody else may correct whoever objected", { objectorId: "m1", corrected: "m1" }, null],
    ["somebody else may correct a third person", { objectorId: "m1", corrected: "m2" }, null],
    ["nobody corrects their own points on another's word", { objectorId: "m1", corrected: "officer" }, "你自己的积分"],
  ])("%s", (_sentence, objection, says) => {
    const fault = answererFault(objection, "officer");
    if (says === null) expect(fault).toBeNull();
    else expect(fault).toContain(says);
  });
});
