import { describe, expect, it } from "vitest";
import type { ZoneCounts } from "./queries";
import { currentStep, setupSteps, type StepKey } from "./view";

const NOTHING: ZoneCounts = { stations: 0, organisations: 0, branches: 0, members: 0, committee: 0, invited: 1 };

function keys(ownName: string, counts: Partial<ZoneCounts>, which: "done" | "ready"): StepKey[] {
  return setupSteps({ ownName, counts: { ...NOTHING, ...counts } })
    .filter((step) => step[which])
    .map((step) => step.key);
}

describe("the opening checklist", () => {
  it("an empty zone has nothing done and begins with what needs nothing", () => {
    expect(keys("首位管理员", {}, "done")).toEqual([]);
    expect(keys("首位管理员", {}, "ready")).toEqual(["name", "committee", "stations"]);
  });
  it.each<[StepKey, string, Partial<ZoneCounts>]>([
    ["name", "王示例", {}],
    ["committee", "首位管理员", { committee: 1 }],
    ["stations", "首位管理员", { stations: 1 }],
    ["organisations", "首位管理员", { organisations: 1 }],
    ["branches", "首位管理员", { branches: 1 }],
    ["invitations", "首位管理员", { members: 1 }],
  ])("%s is done by its own fact alone", (key, name, counts) => {
    expect(keys(name, counts, "done")).toEqual([key]);
  });
  it("a station opens organisations and branches, an organisation opens the invitations", () => {
    expect(keys("王示例", { stations: 1 }, "ready")).toEqual([
      "name",
      "committee",
      "stations",
      "organisations",
      "branches",
    ]);
    expect(keys("王示例", { stations: 1, organisations: 1 }, "ready")).toContain("invitations");
  });
  it("the steps keep their order", () => {
    const order = setupSteps({ ownName: "王示例", counts: NOTHING }).map((step) => step.key);
    expect(order).toEqual(["name", "committee", "stations", "organisations", "branches", "invitations"]);
  });
});

describe("the open form", () => {
  const steps = setupSteps({ ownName: "王示例", counts: { ...NOTHING, committee: 1, stations: 7 } });
  it.each([
    ["the first step that is missing", null, "organisations"],
    ["the step asked for", "stations", "stations"],
    ["not a step that needs an earlier one", "invitations", "organisations"],
    ["not a step that does not exist", "everything", "organisations"],
  ])("is %s", (_sentence, wanted, key) => {
    expect(currentStep(steps, wanted).key).toBe(key);
  });
  it("is the last one when everything is done", () => {
    const counts = { stations: 7, organisations: 1, branches: 1, members: 1, committee: 1, invited: 0 };
    expect(currentStep(setupSteps({ ownName: "王示例", counts }), null).key).toBe("invitations");
  });
});
