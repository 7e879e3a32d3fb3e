import fc from "fast-check";
import { expect, it } from "vitest";
import { board, BOARD_MINIMUM, type BoardPerson } from "./boards";

const stations = [
  { id: "s1", name: "城东站" },
  { id: "s2", name: "城西站" },
];
const unit = (id: string, stationId: string) => ({ id, name: `${id}支部`, stationId });
const people = (branchId: string | null, ...points: number[]): BoardPerson[] =>
  points.map((value) => ({ points: value, branchId, organisationId: branchId }));

it("places go by points per head, rounded down to hundredths", () => {
  const rows = board({
    kind: "branch",
    units: [unit("a", "s1"), unit("b", "s1"), unit("c", "s2")],
    stations,
    joined: [
      ...people("a", 1, 1, 1, 1, 1, 2),
      ...people("b", ...Array.from({ length: 20 }, () => 1)),
      ...people("c", 10, 10, 10, 10, 1),
    ],
  });
  expect(rows).toEqual([
    { kind: "unit", id: "c", name: "c支部", people: 5, sum: 41, averageHundredths: 820, place: 1 },
    { kind: "unit", id: "a", name: "a支部", people: 6, sum: 7, averageHundredths: 116, place: 2 },
    { kind: "unit", id: "b", name: "b支部", people: 20, sum: 20, averageHundredths: 100, place: 3 },
  ]);
});

it("equal points per head share the place", () => {
  const joined = [...people("a", 2, 2, 2, 2, 2), ...people("b", 2, 2, 2, 2, 2, 2)];
  const rows = board({ kind: "branch", units: [unit("a", "s1"), unit("b", "s2")], stations, joined });
  expect(rows.map((row) => row.place)).toEqual([1, 1]);
});

it("units with fewer than five are put together per station", () => {
  const joined = [...people("a", 1, 2), ...people("b", 3, 4, 5), ...people("c", 1, 1, 1, 1, 1)];
  const rows = board({ kind: "branch", units: [unit("a", "s1"), unit("b", "s1"), unit("c", "s1")], stations, joined });
  expect(rows.map(({ kind, name, people: count, sum }) => [kind, name, count, sum])).toEqual([
    ["station-pool", "（城东站）不足五人的支部", 5, 15],
    ["unit", "c支部", 5, 5],
  ]);
});

it("stations that still have fewer than five are put together for the zone", () => {
  const joined = [...people("a", 1, 2), ...people("b", 3, 4, 5)];
  const rows = board({ kind: "organisation", units: [unit("a", "s1"), unit("b", "s2")], stations, joined });
  expect(rows).toEqual([
    {
      kind: "zone-pool",
      id: "",
      name: "（全区）其余不足五人的组织",
      people: 5,
      sum: 15,
      averageHundredths: 300,
      place: 1,
    },
  ]);
});

it("fewer than five in the whole zone are not shown at all", () => {
  const joined = [...people("a", 9, 9), ...people("b", 9, 9)];
  expect(board({ kind: "branch", units: [unit("a", "s1"), unit("b", "s2")], stations, joined })).toEqual([]);
  expect(board({ kind: "branch", units: [], stations, joined: [] })).toEqual([]);
});

it("somebody without a branch is in no line", () => {
  const joined = [...people("a", 1, 1, 1, 1, 1), ...people(null, 50, 50, 50, 50, 50)];
  expect(board({ kind: "branch", units: [unit("a", "s1")], stations, joined }).map((row) => row.sum)).toEqual([5]);
});

it("no line has fewer than five people, nobody counts twice, and at most four are missing", () => {
  const units = Array.from({ length: 12 }, (_, index) => unit(`u${index}`, index % 2 === 0 ? "s1" : "s2"));
  const someone = fc.record({ unit: fc.nat({ max: 11 }), points: fc.integer({ min: -3, max: 40 }) });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 80 }), (all) => {
      const joined = all.flatMap((one) => people(`u${one.unit}`, one.points));
      const rows = board({ kind: "branch", units, stations, joined });
      const counted = rows.reduce((sum, row) => sum + row.people, 0);
      expect(rows.every((row) => row.people >= BOARD_MINIMUM)).toBe(true);
      expect(joined.length - counted).toBeGreaterThanOrEqual(0);
      expect(joined.length - counted).toBeLessThan(BOARD_MINIMUM);
      expect(board({ kind: "branch", units: [...units].reverse(), stations, joined: [...joined].reverse() })).toEqual(
        rows,
      );
    }),
  );
});
