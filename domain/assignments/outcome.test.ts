import { describe, expect, it } from "vitest";
import { mannerLabel, outcomeOf, tallyOf, type Outcome, type Result, type ResultKind } from "./outcome";

const result = (kind: ResultKind, isObjected = false): Result => ({
  ...{ kind, on: "2026-11-20", manner: "", note: "", isObjected },
});

describe("what became of it", () => {
  it.each([
    ["nothing yet", null, null, { kind: "open", on: null }],
    ["answered", result("answered"), null, { kind: "answered", on: "2026-11-20" }],
    ["answered before it was set, without a row", null, "2026-03-01", { kind: "answered", on: "2026-03-01" }],
    ["recorded offline", result("offline"), null, { kind: "offline", on: "2026-11-20" }],
    ["excused", result("excused"), null, { kind: "excused", on: "2026-11-20" }],
    ["an objection to offline", result("offline", true), null, { kind: "objected", on: "2026-11-20" }],
    ["an objection to an excuse", result("excused", true), null, { kind: "objected", on: "2026-11-20" }],
    ["an own answer beside an excuse", result("excused"), "2026-11-01", { kind: "answered", on: "2026-11-01" }],
    [
      "an own answer beside an objection",
      result("offline", true),
      "2026-11-01",
      { kind: "answered", on: "2026-11-01" },
    ],
  ])("%s", (_sentence, row, earlierOn, expected) => {
    expect(outcomeOf(row, earlierOn)).toEqual(expected);
  });
});

describe("the tally", () => {
  const of = (...kinds: Outcome["kind"][]) => tallyOf(kinds.map((kind) => ({ kind, on: null })));

  it.each([
    [of(), { done: 0, offline: 0, excused: 0, expected: 0 }],
    [of("open"), { done: 0, offline: 0, excused: 0, expected: 1 }],
    [of("answered", "offline", "excused", "objected", "open"), { done: 2, offline: 1, excused: 1, expected: 4 }],
    [of("excused", "excused"), { done: 0, offline: 0, excused: 2, expected: 0 }],
  ])("%#", (tally, expected) => {
    expect(tally).toEqual(expected);
  });
});

it("names how it was done and why not", () => {
  expect([mannerLabel("morning-quarter"), mannerLabel("night-shift"), mannerLabel("else")]).toEqual([
    ...["晨会一刻钟", "夜班", "else"],
  ]);
});
