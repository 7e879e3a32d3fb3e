import { describe, expect, it } from "vitest";
import { firstDay, isAhead, missingSides, rowsOfMove } from "./transfer";

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

describe("an agreed move that is still ahead", () => {
  it.each([
    ["done", "2026-12-01", "2026-11-30", true],
    ["done", "2026-12-01", "2026-12-01", false],
    ["done", "2026-12-01", "2026-12-02", false],
    ["open", "2026-12-01", "2026-11-30", false],
    ["cancelled", "2026-12-01", "2026-11-30", false],
  ] as const)("%s from %s, on %s: %s", (state, since, today, ahead) => {
    expect(isAhead({ state, since }, today)).toBe(ahead);
  });
});

describe("the rows that a move left", () => {
  const move = { fromId: "a", toId: "b", since: "2026-12-01" };
  const a = { placeId: "a", since: "2026-01-01", until: "2026-11-30" };
  const b = { placeId: "b", since: "2026-12-01", until: null };
  it("are the one to come and the one it ended", () => {
    expect(rowsOfMove([a, b], move)).toEqual({ coming: b, former: a });
    expect(rowsOfMove([b], { ...move, fromId: null })).toEqual({ coming: b, former: null });
  });
  it.each([
    ["nothing is to come", [a]],
    ["the former one ends on another day", [{ ...a, until: "2026-11-20" }, b]],
    ["the former one is gone", [b]],
    ["it goes elsewhere", [a, { ...b, placeId: "c" }]],
    ["it begins on another day", [a, { ...b, since: "2026-12-02" }]],
    ["another move follows", [a, { ...b, until: "2026-12-31" }, { placeId: "c", since: "2027-01-01", until: null }]],
    ["it has an end of its own", [a, { ...b, until: "2026-12-31" }]],
  ])("are not there when %s", (_what, stays) => {
    expect(rowsOfMove(stays, move)).toBeNull();
  });
});
