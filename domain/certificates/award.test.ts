import { describe, expect, it, test } from "vitest";
import { awardOf, faultOf, lineOf, takenPartIn } from "./award";

const rows = (...points: number[]) => points.map((each, index) => ({ id: `p${String(index + 1)}`, points: each }));

describe("a line of a settled list", () => {
  it("has the place that the list has, equal points sharing it", () => {
    const list = rows(9, 7, 7, 4);
    expect(lineOf(list, "p3")).toEqual({ place: 2, points: 7, isTop: true });
    expect(lineOf(list, "p4")).toEqual({ place: 4, points: 4, isTop: true });
    expect(lineOf(list, "stranger")).toBeNull();
  });

  it("is top as far as the list is published, and never without points", () => {
    const list = rows(...Array.from({ length: 25 }, (_, index) => 30 - index), 0);
    expect(lineOf(list, "p20")).toMatchObject({ place: 20, isTop: true });
    expect(lineOf(list, "p21")).toMatchObject({ place: 21, isTop: false });
    expect(lineOf(rows(3, 0), "p2")).toMatchObject({ isTop: false });
  });
});

test("an export says who answered anything, whatever it brought", () => {
  const attempt = (id: string, number: number, values: unknown[]) =>
    ["attempt", id, String(number), "2026-11-22", "0", "2000", JSON.stringify(values), "[0,0]"].join("\t");
  const text = [
    "zhijian-ketang-contest\t1\tc1\tseal\t3\t4",
    attempt("pa", 1, [null, null]),
    attempt("pa", 2, [null, "o1"]),
    attempt("pb", 1, [null, null]),
    attempt("pc", 1, [["", ""], null]),
    "place\tpa\t1500\t1",
    "place\tpb\t0\t2",
    "place\tpc\t0\t2",
    "",
  ].join("\n");
  const { places, answered } = takenPartIn(text);
  expect(places).toEqual([
    { id: "pa", points: 1_500 },
    { id: "pb", points: 0 },
    { id: "pc", points: 0 },
  ]);
  expect([...answered]).toEqual(["pa", "pc"]);
});

describe("what a line earns", () => {
  const [top, rest] = [
    { place: 3, points: 8_650, isTop: true },
    { place: 30, points: 100, isTop: false },
  ];

  it("of a contest: the place in the top, else having taken part; never both", () => {
    expect(awardOf("contest", top)).toEqual({ kind: "contest-place", place: 3, score: 8_650 });
    expect(awardOf("contest", rest)).toEqual({ kind: "contest-part", place: null, score: null });
  });

  it("of a season: the place in the top, else nothing", () => {
    expect(awardOf("season", top)).toEqual({ kind: "season", place: 3, score: 8_650 });
    expect(awardOf("season", rest)).toBeNull();
  });

  test("nobody who is not in the list gets anything", () => {
    expect([awardOf("contest", null), awardOf("season", null)]).toEqual([null, null]);
  });
});

describe("a certificate that was given", () => {
  const third = { kind: "contest-place", place: 3 } as const;
  const part = { kind: "contest-part", place: null } as const;
  const line = (place: number, isTop = true) => ({ hasLeft: false, line: { place, points: 1, isTop } });

  it("holds while the list says what it says", () => {
    expect(faultOf(third, line(3))).toBeNull();
    expect(faultOf(part, line(30, false))).toBeNull();
    expect(faultOf(part, line(1))).toBeNull();
  });

  it("is taken back when the place is another one, or is published no longer, or nobody's", () => {
    expect(faultOf(third, line(4))).toBe("corrected");
    expect(faultOf(third, line(2))).toBe("corrected");
    expect(faultOf(third, line(3, false))).toBe("corrected");
    expect(faultOf(third, { hasLeft: false, line: null })).toBe("corrected");
    expect(faultOf(part, { hasLeft: false, line: null })).toBe("corrected");
  });

  it("is taken back when its holder left, whatever the list says", () => {
    expect(faultOf(third, { ...line(3), hasLeft: true })).toBe("left");
    expect(faultOf(part, { hasLeft: true, line: null })).toBe("left");
  });
});
