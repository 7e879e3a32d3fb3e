import { describe, expect, it } from "vitest";
import { endingChoices, endingFault, endingInWords } from "./ending";

const span = { since: "2026-01-01", today: "2026-11-22" };
const ending = { kind: "employment", on: "2026-11-22", reason: "quit", note: "" } as const;

describe("what stands against an ending", () => {
  it.each([
    ["today", {}, null],
    ["the first day", { on: "2026-01-01" }, null],
    ["the day before the first one", { on: "2025-12-31" }, "on"],
    ["tomorrow", { on: "2026-11-23" }, "on"],
    ["a reason of the other kind", { reason: "pending" }, "reason"],
    ["a reason of its kind", { kind: "membership", reason: "pending" }, null],
    ["no reason", { reason: "" }, "reason"],
    ["a name that every object has", { reason: "toString" }, "reason"],
    ["another reason without words", { reason: "other" }, "note"],
    ["another reason in words", { reason: "other", note: "示例" }, null],
  ] as const)("%s", (_what, over, field) => {
    expect(endingFault({ ...ending, ...over }, span)?.field ?? null).toBe(field);
  });
});

it("reasons are told in words, and the free words alone where the reason says nothing", () => {
  expect(endingInWords(ending)).toBe("离职，去向不清楚");
  expect(endingInWords({ ...ending, note: "电话打不通" })).toBe("离职，去向不清楚；电话打不通");
  expect(endingInWords({ ...ending, reason: "other", note: "示例" })).toBe("示例");
  expect(endingChoices("membership").map(({ value }) => value)).toEqual(["elsewhere", "pending", "other"]);
});
