import { describe, expect, it } from "vitest";
import { canAct, deferralFault, isPageAddress, type DutyAct } from "./acts";

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
    ["the day after", { until: "2026-07-25" }],
    ["as far as three months", { until: "2026-10-20" }],
    ["another reason in words", { reason: "other", note: "搬厂房" }],
  ])("takes %s", (_title, over) => expect(deferralFault(asked(over), duty)).toBeNull());

  it.each([
    ["no day", { until: "" }, "until"],
    ["a month", { until: "2026-08" }, "until"],
    ["a day that does not exist", { until: "2026-09-31" }, "until"],
    ["the same day", { until: "2026-07-24" }, "until"],
    ["a day that is over", { until: "2026-07-19" }, "until"],
    ["more than three months", { until: "2026-10-21" }, "until"],
    ["another reason without words", { reason: "other" }, "note"],
  ])("refuses %s", (_title, over, field) => expect(deferralFault(asked(over), duty)?.field).toBe(field));

  it("of what is overdue is from today on", () => {
    expect(deferralFault(asked({ until: "2026-07-25" }), { ...duty, today: "2026-07-26" })?.field).toBe("until");
    expect(deferralFault(asked({ until: "2026-07-26" }), { ...duty, today: "2026-07-26" })).toBeNull();
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
