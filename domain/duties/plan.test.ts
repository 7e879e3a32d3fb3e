import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDays, planDuties, type DutyPlan, type LineChange, type PlannedLine, type StandingDuty } from "./plan";
import { RHYTHMS } from "./rhythm";

const line = (over: Partial<PlannedLine> = {}): PlannedLine => ({
  ...{ id: "l1", title: "谈心谈话", ask: "谈", rhythm: "quarterly", onDate: null, daysBefore: 5, effort: 60 },
  ...{ source: "reported", isActive: true },
  ...over,
});

const change = (over: Partial<LineChange> = {}): LineChange => ({
  ...{ lineId: "l1", isLeftOut: false, daysBefore: null, effort: null },
  ...over,
});

/** What stands after a plan was carried out. */
function after(plan: DutyPlan, standing: readonly StandingDuty[] = []): StandingDuty[] {
  const changed = new Map(plan.change.map(({ id, facts }) => [id, facts]));
  const dropped = new Set(plan.drop.map(({ id }) => id));
  const kept = standing.map((duty) => {
    const facts = changed.get(duty.id);
    if (facts) return { ...duty, ...facts, isDropped: false };
    return dropped.has(duty.id) ? { ...duty, isDropped: true } : duty;
  });
  const added = plan.add.map((duty) => {
    return { ...duty, id: `${duty.lineId} ${duty.period}`, version: 0, isStarted: false, isDropped: false };
  });
  return [...kept, ...added];
}

const YEAR = { year: "2026", changes: [], standing: [], today: "2026-01-01" } as const;
const NOTHING: DutyPlan = { add: [], change: [], drop: [] };
const first = (lines: PlannedLine[], today = "2026-01-01") => after(planDuties({ ...YEAR, lines, today }));
const days = (standing: readonly StandingDuty[]) =>
  standing.filter(({ isDropped }) => !isDropped).map(({ period, dueOn }) => `${period} ${dueOn}`);

describe("the duties of a year", () => {
  it("are one a period, on working days", () => {
    const quarters = ["2026Q1 2026-03-24", "2026Q2 2026-06-23", "2026Q3 2026-09-22", "2026Q4 2026-12-24"];
    expect(days(first([line()]))).toEqual(quarters);
    expect(days(first([line({ rhythm: "monthly" })]))).toHaveLength(12);
    expect(days(first([line({ rhythm: "yearly" })]))).toEqual(["2026 2026-12-24"]);
    expect(days(first([line({ rhythm: "once", onDate: "2026-10-05", daysBefore: 0 })]))).toEqual(["2026 2026-09-30"]);
  });
  it("are not asked for when their day is over", () => {
    expect(days(first([line()], "2026-09-22"))).toEqual(["2026Q3 2026-09-22", "2026Q4 2026-12-24"]);
    expect(days(first([line()], "2026-09-23"))).toEqual(["2026Q4 2026-12-24"]);
    expect(first([line()], "2027-01-01")).toEqual([]);
  });
  it("are made once, however often they are made", () => {
    const lines = [line(), line({ id: "l2", rhythm: "monthly" })];
    const standing = first(lines);
    expect(planDuties({ ...YEAR, lines, standing })).toEqual(NOTHING);
    expect(planDuties({ ...YEAR, lines, standing, today: "2026-12-31" })).toEqual(NOTHING);
  });
  it("say when they rest on a year without a notice", () => {
    const [duty] = after(planDuties({ ...YEAR, year: "2027", lines: [line({ rhythm: "yearly", daysBefore: 0 })] }));
    expect(duty).toMatchObject({ dueOn: "2027-12-31", isDayKnown: false });
  });
  it("move when the notice of their year is out", () => {
    const lines = [line({ rhythm: "once", onDate: "2027-05-04", daysBefore: 0 })];
    const standing = after(planDuties({ ...YEAR, year: "2027", lines }));
    expect(days(standing)).toEqual(["2027 2027-05-04"]);
    const source = { title: "", number: "", url: "" };
    const holidays = [{ name: "劳动节", from: "2027-05-01", to: "2027-05-05" }];
    const years = [{ year: "2027", source, holidays, workedWeekends: [] }];
    const plan = planDuties({ ...YEAR, year: "2027", lines, standing, daysOf: dueDays("2027", years) });
    expect(plan.change.map(({ facts }) => facts)).toMatchObject([{ dueOn: "2027-04-30", isDayKnown: true }]);
  });
});

describe("what an organisation has of its own", () => {
  it("leaves a line out", () => {
    expect(planDuties({ ...YEAR, lines: [line()], changes: [change({ isLeftOut: true })] })).toEqual(NOTHING);
  });
  it("has another number, and the template's where it has none", () => {
    const changes = [change({ daysBefore: 0 }), change({ lineId: "other", effort: 1 })];
    const made = after(planDuties({ ...YEAR, lines: [line()], changes }));
    expect(made.map(({ dueOn, effort }) => [dueOn, effort])).toContainEqual(["2026-03-31", 60]);
  });
});

describe("a template that changes later", () => {
  const lines = [line()];
  const standing = first(lines);
  const renamed = [line({ title: "谈心", daysBefore: 0 })];

  it("changes what is still to come", () => {
    const plan = planDuties({ ...YEAR, lines: renamed, standing, today: "2026-06-01" });
    expect(plan.change.map(({ id }) => id)).toEqual(["l1 2026Q2", "l1 2026Q3", "l1 2026Q4"]);
    expect(plan.change[0]?.facts).toMatchObject({ title: "谈心", dueOn: "2026-06-30" });
  });
  it("leaves alone what was started", () => {
    const begun = standing.map((duty) => (duty.period === "2026Q3" ? { ...duty, isStarted: true } : duty));
    const plan = planDuties({ ...YEAR, lines: renamed, standing: begun, today: "2026-06-01" });
    expect(plan.change.map(({ id }) => id)).toEqual(["l1 2026Q2", "l1 2026Q4"]);
  });
  it("does not move a day into the past", () => {
    const earlier = [line({ title: "谈心", daysBefore: 20 })];
    const plan = planDuties({ ...YEAR, lines: earlier, standing, today: "2026-06-22" });
    expect(plan.change[0]?.facts).toMatchObject({ title: "谈心", dueOn: "2026-06-23" });
  });
  it("drops what is no longer asked, and only that", () => {
    const gone = [line({ isActive: false })];
    const begun = standing.map((duty) => (duty.period === "2026Q3" ? { ...duty, isStarted: true } : duty));
    const plan = planDuties({ ...YEAR, lines: gone, standing: begun, today: "2026-06-01" });
    expect(plan.drop.map(({ id }) => id)).toEqual(["l1 2026Q2", "l1 2026Q4"]);
    expect(plan.add).toEqual([]);
  });
  it("takes back what was dropped when the line is asked again", () => {
    const dropped = after(planDuties({ ...YEAR, lines: [line({ isActive: false })], standing }), standing);
    expect(days(dropped)).toEqual([]);
    const plan = planDuties({ ...YEAR, lines, standing: dropped, today: "2026-09-01" });
    expect(days(after(plan, dropped))).toEqual(["2026Q3 2026-09-22", "2026Q4 2026-12-24"]);
  });
  it("with another rhythm makes the new periods in place of the old", () => {
    const monthly = [line({ rhythm: "monthly" })];
    const plan = planDuties({ ...YEAR, lines: monthly, standing, today: "2026-10-08" });
    expect(plan.drop).toHaveLength(1);
    expect(plan.add.map(({ period }) => period)).toEqual(["2026-10", "2026-11", "2026-12"]);
  });
});

it("a plan carried out leaves nothing to plan, whatever the lines, changes and day", () => {
  const anyLine = fc.record({
    id: fc.constantFrom("l1", "l2"),
    rhythm: fc.constantFrom(...RHYTHMS),
    onDate: fc.constantFrom(null, "2026-02-18", "2026-10-03", "2027-01-01"),
    daysBefore: fc.integer({ min: 0, max: 30 }),
    isActive: fc.boolean(),
  });
  const anyDay = fc.constantFrom("2025-12-31", "2026-02-20", "2026-06-30", "2026-10-01", "2026-12-31");
  const anyChange = fc.constantFrom([], [change({ isLeftOut: true })], [change({ daysBefore: 2 })]);
  const lists = fc.uniqueArray(anyLine, { selector: ({ id }) => id });
  fc.assert(
    fc.property(lists, lists, anyChange, anyDay, (before, now, changes, today) => {
      const standing = after(planDuties({ ...YEAR, lines: before.map(line), changes: [], today }));
      const lines = now.map(line);
      const done = after(planDuties({ ...YEAR, lines, changes, standing, today }), standing);
      expect(planDuties({ ...YEAR, lines, changes, standing: done, today })).toEqual(NOTHING);
    }),
  );
});
