import { describe, expect, it } from "vitest";
import { canAct, deferralDays, deferralFault, isPageAddress, type DutyAct } from "./acts";

const ALL: DutyAct[] = ["report", "defer", "take-back", "confirm", "return"];

describe("what can be done about a duty", () => {
  it.each([
    ["open", null, ["report", "defer"]],
    ["done", "other", ["take-back", "confirm", "return"]],
    ["done", "me", ["take-back"]],
    ["done", null, ["confirm", "return"]],
    ["confirmed", "other", []],
    ["dropped", null, []],
    ["of another version", null, []],
  ])("%s, reported by %s", (state, doneById, acts) => {
    expect(ALL.filter((act) => canAct(act, { state, doneById }, "me"))).toEqual(acts);
  });
});

describe("putting off", () => {
  const duty = { dueOn: "2026-07-24", today: "2026-07-20" };
  const asked = (over: object) => ({ until: "2026-07-31", reason: "overhaul" as const, note: "", ...over });

  it.each([
    ["a later day", {}],
    ["the next working day", { until: "2026-07-27" }],
    ["a weekend that is worked", { until: "2026-10-10" }],
    ["as far as three months", { until: "2026-10-20" }],
    ["another reason in words", { reason: "other", note: "搬厂房" }],
  ])("takes %s", (_title, over) => expect(deferralFault(asked(over), duty)).toBeNull());

  it.each([
    ["no day", { until: "" }, "until"],
    ["a month", { until: "2026-08" }, "until"],
    ["a day that does not exist", { until: "2026-09-31" }, "until"],
    ["the same day", { until: "2026-07-24" }, "until"],
    ["a day that is over", { until: "2026-07-19" }, "until"],
    ["a Saturday", { until: "2026-07-25" }, "until"],
    ["a day off", { until: "2026-10-05" }, "until"],
    ["more than three months", { until: "2026-10-21" }, "until"],
    ["another reason without words", { reason: "other" }, "note"],
  ])("refuses %s", (_title, over, field) => expect(deferralFault(asked(over), duty)?.field).toBe(field));

  it("of what is overdue is from today on", () => {
    expect(deferralFault(asked({ until: "2026-07-27" }), { ...duty, today: "2026-07-28" })?.field).toBe("until");
    expect(deferralFault(asked({ until: "2026-07-28" }), { ...duty, today: "2026-07-28" })).toBeNull();
  });

  it("names the next working day, over the days off and to a worked weekend", () => {
    const detailOf = (until: string, over: object = {}) =>
      deferralFault(asked({ until }), { ...duty, ...over })?.detail;
    expect(detailOf("2026-07-25")).toBe("7月25日是周末，请选工作日，往后最近的是7月27日。");
    expect(detailOf("2026-10-05")).toBe("10月5日是国庆节，请选工作日，往后最近的是10月8日。");
  });

  it("in a year whose days off are not known goes by the weekdays", () => {
    const far = { dueOn: "2099-09-28", today: "2099-09-28" };
    expect(deferralFault(asked({ until: "2099-10-01" }), far)).toBeNull();
    expect(deferralFault(asked({ until: "2099-10-03" }), far)?.detail).toContain("10月5日");
  });
});

it.each([
  ["https://example.cn/a?b=1#c", true],
  ["http://10.0.0.1/报告", true],
  ["javascript:alert(1)", false],
  [" https://example.cn", false],
  ["https://exa mple.cn", false],
  ["ftp://example.cn", false],
  ["", false],
])("%s is an address of a page: %s", (text, is) => expect(isPageAddress(text)).toBe(is));

describe("the day that is proposed", () => {
  it.each([
    ["five working days on, for what is overdue", "2026-02-02", "2026-02-09", "2026-02-14"],
    ["later than the worked Saturday on which it is due", "2026-02-14", "2026-02-09", "2026-02-28"],
    ["later than a day that is still to come", "2026-03-31", "2026-03-20", "2026-04-08"],
  ])("is %s", (_title, dueOn, today, proposed) => {
    const days = deferralDays({ dueOn, today });
    expect(days.proposed).toBe(proposed);
    for (const until of [days.first, days.proposed]) {
      expect(deferralFault({ until, reason: "shutdown", note: "" }, { dueOn, today })).toBeNull();
    }
  });
});
