import { describe, expect, it } from "vitest";
import { mayTryAgain, standingOf, type Run } from "./trying";

const AT = new Date("2026-11-20T02:00:00Z");
const after = (minutes: number, milliseconds = 0) => new Date(AT.getTime() + minutes * 60_000 + milliseconds);
const run = (state: string, attempts = 1): Run => ({
  ...{ state, attempts, startedAt: AT, finishedAt: state === "failed" ? after(1) : null },
});

describe("a period that was claimed before", () => {
  it.each([
    [run("done"), after(1000), false],
    [run("asked", 9), AT, true],
    [run("failed"), after(6, -1), false],
    [run("failed"), after(6), true],
    [run("failed", 2), after(6), true],
    [run("failed", 3), after(1000), false],
    [run("running"), after(15, -1), false],
    [run("running"), after(15), true],
    [run("running", 3), after(1000), false],
  ])("%j at %s may be tried again: %s", (known, now, may) => {
    expect(mayTryAgain(known, now)).toBe(may);
  });

  it.each([
    [run("done"), after(0), "done"],
    [run("asked"), after(0), "asked"],
    [run("failed", 2), after(2), "again"],
    [run("failed", 3), after(2), "failed"],
    [run("running"), after(15, -1), "running"],
    [run("running"), after(15), "lost"],
  ])("%j at %s stands as %s", (known, now, standing) => {
    expect(standingOf(known, now)).toBe(standing);
  });
});
