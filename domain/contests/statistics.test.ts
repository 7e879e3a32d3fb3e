import { describe, expect, it } from "vitest";
import { indicesOf, statisticsOf, type Mark } from "./statistics";

const of = (x: number[], y: number[]) => indicesOf({ x, y, full: x.map(() => 1) });

describe("the indices of a question, against sums done by hand", () => {
  it.each([
    // cov 1/3, var 1/3 and 2/3: 1/√2; ascending they are paired as they are.
    ["those who know answer it", [1, 1, 0, 0], [3, 2, 2, 1], 50, 70.7107, 100],
    // The same turned round.
    ["those who know miss it", [0, 0, 1, 1], [3, 2, 2, 1], 50, -70.7107, -100],
    // (0.5 − 0.5 − 0.5 + 0.5) ÷ 3.
    ["it says nothing", [1, 0, 1, 0], [3, 3, 1, 1], 50, 0, 0],
    // cov 1/3, var 1/3 and 5/3: 1/√5; greatest 2/3.
    ["half of what it could", [1, 0, 1, 0], [3, 2, 1, 0], 50, 44.7214, 50],
    // cov 1/6, var 1/4 and 1/3: 1/√3.
    ["an easy one", [1, 1, 1, 0], [3, 3, 2, 2], 75, 57.735, 100],
    // cov 0.25, var 0.1667 and 0.5; greatest the same pairing.
    ["partial marks", [1, 0.5, 0.5, 0], [2, 1, 1, 0], 50, 100, 100],
  ])("%s", (_name, x, y, facility, discrimination, efficiency) => {
    const found = of(x, y);
    expect(found.facility).toBeCloseTo(facility, 3);
    expect(found.discrimination).toBeCloseTo(discrimination, 3);
    expect(found.efficiency).toBeCloseTo(efficiency, 3);
  });

  it.each([
    ["everybody right", [1, 1, 1], [3, 2, 1], 100],
    ["nobody right", [0, 0, 0], [3, 2, 1], 0],
    ["the rest the same", [1, 0, 1], [2, 2, 2], 66.6667],
  ])("with %s there is only the facility", (_name, x, y, facility) => {
    const found = of(x, y);
    expect(found.facility).toBeCloseTo(facility, 3);
    expect([found.discrimination, found.efficiency]).toEqual([null, null]);
  });

  it("does not depend on the unit of marks", () => {
    const [x, y] = [
      [1, 0, 1, 0],
      [3, 2, 1, 0],
    ];
    const hundredfold = indicesOf({ x: x.map((v) => v * 500), y: y.map((v) => v * 500), full: x.map(() => 500) });
    expect(hundredfold.discrimination).toBeCloseTo(of(x, y).discrimination ?? 0, 9);
    expect(hundredfold.facility).toBe(50);
  });
});

describe("the statistics of a contest", () => {
  const paper = (marks: Record<string, number>): Mark[] =>
    Object.entries(marks).map(([questionId, mark]) => ({ questionId, mark, full: 1 }));
  const papers = [
    paper({ a: 1, b: 1, c: 1 }),
    paper({ a: 1, b: 1, d: 0 }),
    paper({ a: 1, b: 0, c: 0 }),
    paper({ a: 0, b: 0, c: 0 }),
    paper({ a: 0, b: 1, d: 1 }),
  ];

  it("takes the rest of each paper, and tells nothing of questions on fewer than five", () => {
    const found = statisticsOf(papers);
    expect(found.map(({ questionId, papers: count }) => [questionId, count])).toEqual([
      ["a", 5],
      ["b", 5],
    ]);
    // a: x = 1, 1, 1, 0, 0 and y = 2, 1, 0, 0, 2.
    expect(found[0]).toEqual({
      ...{ questionId: "a", papers: 5 },
      ...indicesOf({ x: [1, 1, 1, 0, 0], y: [2, 1, 0, 0, 2], full: [1, 1, 1, 1, 1] }),
    });
    expect(found[0]?.facility).toBe(60);
  });

  it("is the same for any order of the papers", () => {
    const turned = statisticsOf([...papers].reverse());
    for (const [index, { discrimination }] of statisticsOf(papers).entries()) {
      expect(turned[index]?.discrimination).toBeCloseTo(discrimination ?? 0, 9);
    }
  });
});
