import { describe, expect, it } from "vitest";
import {
  figuresOf,
  talliesByOrganisation,
  uniteTallies,
  type ChosenOne,
  type Counted,
  type FirstAnswers,
  type Stay,
  type Tally,
} from "./tallies";

const stay = (memberId: string, organisationId: string, counts: Partial<Stay> = {}): Stay => ({
  ...{
    memberIds: [memberId],
    organisationId,
    branchId: "b1",
    since: "2026-01-01",
    until: null,
    asked: 2,
    done: 1,
    excused: 0,
  },
  ...counts,
});
const chosen = (memberId: string, outcome: ChosenOne["outcome"], assignmentId = "c1"): ChosenOne => ({
  ...{ memberId, organisationId: "o1", assignmentId, outcome },
});
const answers = (organisationId: string, firsts: number, rights: number, people: number): FirstAnswers => ({
  ...{ organisationId, firsts, rights, people },
});
const WHOLE = [
  { id: "a1", branchId: "b1", day: "2026-10-10" },
  { id: "a2", branchId: "b1", day: "2026-11-10" },
  { id: "a3", branchId: "b2", day: "2026-11-10" },
];
const counted = (over: Partial<Counted>): Counted => ({ stays: [], whole: WHOLE, chosen: [], answers: [], ...over });
const tallyOf = (over: Partial<Counted>, organisationId = "o1"): Tally | undefined =>
  talliesByOrganisation(counted(over)).get(organisationId);
const crew = (organisationId: string, people: number, counts: Partial<Stay> = {}) =>
  Array.from({ length: people }, (_, index) => stay(`${organisationId}-${index}`, organisationId, counts));

describe("one organisation", () => {
  it("adds what was asked of its people; the excused are not expected", () => {
    const stays = [...crew("o1", 4), stay("m", "o1", { asked: 2, done: 0, excused: 2 })];
    expect(figuresOf(tallyOf({ stays }))).toEqual({
      ...{ assigned: 2, answered: { kind: "shown", part: 4, whole: 8 }, excused: 2, recall: { kind: "none" } },
    });
  });

  it("counts an assignment when it asked one of its people on the decisive day", () => {
    const late = stay("m1", "o1", { since: "2026-10-11", asked: 1, done: 1 });
    const early = stay("m2", "o1", { until: "2026-10-10", asked: 1, done: 0 });
    expect([...(tallyOf({ stays: [late] })?.assignments ?? [])]).toEqual(["a2"]);
    expect([...(tallyOf({ stays: [late, early] })?.assignments ?? [])].sort()).toEqual(["a1", "a2"]);
    expect([...(tallyOf({ stays: [stay("m1", "o1", { branchId: "b2" })] })?.assignments ?? [])]).toEqual(["a3"]);
  });

  it("counts somebody once who moved between branches, and in both organisations who moved between those", () => {
    const stays = [
      stay("m1", "o1", { until: "2026-10-31", asked: 1 }),
      stay("m1", "o1", { branchId: "b2", since: "2026-11-01", until: "2026-11-09", asked: 0, done: 0 }),
      stay("m1", "o2", { branchId: "b2", since: "2026-11-10", asked: 1 }),
    ];
    expect([...(tallyOf({ stays })?.people ?? [])]).toEqual(["m1"]);
    expect([...(tallyOf({ stays }, "o2")?.assignments ?? [])]).toEqual(["a3"]);
  });

  it("adds those who were chosen", () => {
    const list = [chosen("m1", "done"), chosen("m2", "open"), chosen("m3", "excused"), chosen("m1", "open", "c2")];
    expect(tallyOf({ chosen: list })).toMatchObject({ expected: 3, done: 1, excused: 1 });
    expect(tallyOf({ chosen: list, stays: crew("o1", 2) })).toMatchObject({ expected: 7, done: 3 });
    expect([...(tallyOf({ chosen: list, stays: [stay("m1", "o1")] })?.people ?? [])]).toEqual(["m1", "m2", "m3"]);
  });

  it("says nothing of four people, neither done nor excused nor remembered; what was assigned is no secret", () => {
    const four = { stays: crew("o1", 4, { excused: 1 }), answers: [answers("o1", 20, 10, 4)] };
    expect(figuresOf(tallyOf(four))).toEqual({
      ...{ assigned: 2, answered: { kind: "few" }, excused: null, recall: { kind: "few" } },
    });
    const five = { stays: crew("o1", 5, { excused: 1 }), answers: [answers("o1", 20, 10, 5)] };
    expect(figuresOf(tallyOf(five))).toEqual({
      ...{ assigned: 2, answered: { kind: "shown", part: 5, whole: 5 }, excused: 5 },
      recall: { kind: "shown", part: 10, whole: 20 },
    });
  });

  it("of whom nothing was asked has nothing", () => {
    expect(tallyOf({ stays: [stay("m1", "o1", { asked: 0, done: 0 })] })).toBeUndefined();
    expect(figuresOf()).toEqual({ assigned: 0, answered: { kind: "none" }, excused: 0, recall: { kind: "none" } });
  });
});

describe("several organisations together", () => {
  const sum = (sizes: Record<string, number>, recall: readonly FirstAnswers[] = []) => {
    const stays = Object.entries(sizes).flatMap(([id, people]) => crew(id, people));
    return figuresOf(uniteTallies([...talliesByOrganisation(counted({ stays, answers: recall })).values()]));
  };

  it.each([
    ["a small one alone is left out", { a: 10, b: 3 }, { kind: "shown", part: 10, whole: 20 }],
    ["small ones with five between them are in", { a: 10, b: 3, c: 2 }, { kind: "shown", part: 15, whole: 30 }],
    ["with four between them they are out", { a: 10, b: 3, c: 1 }, { kind: "shown", part: 10, whole: 20 }],
    ["nothing but a small one is few", { b: 3 }, { kind: "few" }],
    ["nothing but small ones with five between them is shown", { b: 3, c: 2 }, { kind: "shown", part: 5, whole: 10 }],
    ["nobody is nothing", {}, { kind: "none" }],
  ])("%s", (_sentence, sizes, expected) => {
    expect(sum(sizes as Record<string, number>).answered).toEqual(expected);
  });

  it("count an assignment that asked both of them once", () => {
    expect(sum({ a: 10, b: 3 }).assigned).toBe(2);
  });

  it("follow the same rule for first answers, by the people who answered", () => {
    expect(sum({}, [answers("a", 10, 5, 6), answers("b", 4, 4, 4)]).recall).toEqual({
      kind: "shown",
      part: 5,
      whole: 10,
    });
    expect(sum({}, [answers("a", 10, 5, 6), answers("b", 4, 4, 4), answers("c", 1, 1, 1)]).recall).toEqual({
      ...{ kind: "shown", part: 10, whole: 15 },
    });
    expect(sum({}, [answers("b", 4, 4, 4)]).recall).toEqual({ kind: "few" });
  });
});
