import { describe, expect, it } from "vitest";
import { contestStepFault, windowFault, type ContestState, type ContestStep } from "./release";

const at = (text: string): Date => new Date(text);
const opensAt = at("2026-12-01T01:00:00Z");
const before = at("2026-12-01T00:59:59Z");
const ask = (step: ContestStep, state: ContestState, actorId = "c", now = before) =>
  contestStepFault({ step, state, writers: ["a", "b"], actorId, opensAt, now });

describe("the steps of a contest", () => {
  it.each<[ContestStep, ContestState[]]>([
    ["write", ["draft", "returned"]],
    ["submit", ["draft", "returned"]],
    ["release", ["submitted"]],
    ["return", ["submitted"]],
    ["withdraw", ["draft", "returned", "submitted", "released"]],
  ])("%s is open from %j alone", (step, states) => {
    const all: ContestState[] = ["draft", "submitted", "returned", "released", "withdrawn"];
    expect(all.filter((state) => ask(step, state) === null)).toEqual(all.filter((state) => states.includes(state)));
  });

  it("nobody releases what they wrote on", () => {
    expect(ask("release", "submitted", "a")).toContain("另一位");
    expect(ask("release", "submitted", "b")).toContain("另一位");
    expect(ask("release", "submitted", "c")).toBeNull();
    expect(ask("return", "submitted", "a")).toBeNull();
  });

  it("is taken back until it opens and never after", () => {
    expect(ask("withdraw", "released", "a", before)).toBeNull();
    expect(ask("withdraw", "released", "a", opensAt)).toContain("已经开始");
    expect(ask("withdraw", "draft", "a", opensAt)).toBeNull();
  });
});

describe("the window", () => {
  const now = at("2026-11-30T00:00:00Z");
  const plan = { opensAt, closesAt: at("2026-12-01T02:00:00Z"), limitMinutes: 60, now };
  it.each([
    ["fits to the minute", {}, null],
    ["has begun", { now: opensAt }, "已经过了"],
    ["ends before it begins", { closesAt: opensAt }, "晚于"],
    ["is shorter than the limit", { limitMinutes: 61 }, "不够答一次"],
  ])("%s", (_name, over, fault) => {
    const found = windowFault({ ...plan, ...over });
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});
