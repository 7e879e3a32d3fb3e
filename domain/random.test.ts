import { describe, expect, test } from "vitest";
import { rngFrom } from "@/domain/random";

const uint32s = (seed: string, count: number): number[] => {
  const rng = rngFrom(seed);
  return Array.from({ length: count }, () => rng.next() * 0x1_0000_0000);
};

describe("rngFrom", () => {
  // Golden values, computed once by a second implementation with plain modular arithmetic: papers of closed attempts are explained with them, they must never change.
  test.each([
    ["", [3315390910, 31621017, 4095259433, 4180064351]],
    ["zunyi", [3673662896, 2260281695, 1352827088, 2119069171]],
    ["遵义", [2812480696, 217398374, 1985067810, 2797286202]],
  ])("seed %j gives the published numbers", (seed, expected) => {
    expect(uint32s(seed, 4)).toEqual(expected);
  });

  test("shuffles to the published order and leaves its argument alone", () => {
    const items = ["a", "b", "c", "d", "e", "f"] as const;
    expect(rngFrom("zunyi").shuffle(items)).toEqual(["e", "a", "d", "b", "c", "f"]);
    expect(items).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  test("equal seeds agree, seeds that differ in one letter do not", () => {
    expect(uint32s("attempt-1", 50)).toEqual(uint32s("attempt-1", 50));
    const other = new Set(uint32s("attempt-2", 50));
    expect(uint32s("attempt-1", 50).filter((value) => other.has(value))).toEqual([]);
  });

  test("next stays in [0, 1) and is spread evenly", () => {
    const rng = rngFrom("spread");
    const tenths = new Array<number>(10).fill(0);
    for (let round = 0; round < 20_000; round += 1) {
      const value = rng.next();
      expect(value >= 0 && value < 1).toBe(true);
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  test("every order of three items comes up about equally often", () => {
    const rng = rngFrom("orders");
    const seen = new Map<string, number>();
    for (let round = 0; round < 6_000; round += 1) {
      const order = rng.shuffle(["a", "b", "c"]).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  test("int covers 0 to n − 1", () => {
    const rng = rngFrom("int");
    const seen = new Set(Array.from({ length: 200 }, () => rng.int(5)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(rng.int(1)).toBe(0);
  });

  test.each([0, -1, 1.5, Number.NaN])("int(%d) is refused", (n) => {
    expect(() => rngFrom("x").int(n)).toThrow(RangeError);
  });

  test("pick takes one of the items and refuses an empty list", () => {
    expect(["a", "b"]).toContain(rngFrom("x").pick(["a", "b"]));
    expect(() => rngFrom("x").pick([])).toThrow(RangeError);
  });
});
