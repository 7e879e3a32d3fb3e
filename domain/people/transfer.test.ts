import { describe, expect, it } from "vitest";
import { firstDay, missingSides } from "./transfer";

const at = new Date("2026-11-22T02:00:00Z");

describe("who has still to assent", () => {
  it.each([
    ["nobody has", { fromId: "a", fromAssentAt: null, toAssentAt: null }, ["from", "to"]],
    ["the old side has", { fromId: "a", fromAssentAt: at, toAssentAt: null }, ["to"]],
    ["the new side has", { fromId: "a", fromAssentAt: null, toAssentAt: at }, ["from"]],
    ["both have", { fromId: "a", fromAssentAt: at, toAssentAt: at }, []],
    ["there is no old side", { fromId: null, fromAssentAt: null, toAssentAt: null }, ["to"]],
    ["there is no old side, the new one has", { fromId: null, fromAssentAt: null, toAssentAt: at }, []],
  ] as const)("%s", (_what, assents, sides) => {
    expect(missingSides(assents)).toEqual(sides);
  });
});

describe("the first day", () => {
  it.each([
    ["2026-12-01", "2026-11-28", "2026-12-01"],
    ["2026-12-01", "2026-12-01", "2026-12-01"],
    ["2026-12-01", "2026-12-05", "2026-12-05"],
  ])("asked for from %s, agreed on %s: %s", (since, agreed, first) => {
    expect(firstDay(since, agreed)).toBe(first);
  });
});
