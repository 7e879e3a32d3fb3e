import { describe, expect, it } from "vitest";
import { isSwitchedOff, nextTry } from "./retry";

const NOW = new Date("2026-11-22T00:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const failed = (attempts: number, over: { until?: Date; afterSeconds?: number } = {}) =>
  nextTry({ attempts, until: over.until ?? null, afterSeconds: over.afterSeconds ?? null }, NOW);

describe("a message that did not get through", () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 180],
  ])("is tried again after try %i in %i minutes", (attempts, pause) => {
    expect(failed(attempts)).toEqual(minutes(pause));
  });
  it("is given up after the sixth try", () => {
    expect(failed(6)).toBeNull();
  });
  it("waits as long as the other side asks, but not for ever and never shorter than usual", () => {
    expect(failed(1, { afterSeconds: 600 })).toEqual(minutes(10));
    expect(failed(3, { afterSeconds: 5 })).toEqual(minutes(15));
    expect(failed(1, { afterSeconds: 9_999_999 })).toEqual(minutes(360));
  });
  it("is given up when the next try would come too late", () => {
    expect(failed(2, { until: minutes(5) })).toEqual(minutes(5));
    expect(failed(2, { until: minutes(4) })).toBeNull();
  });
});

describe("an address", () => {
  it.each([
    [0, false],
    [4, false],
    [5, true],
    [6, true],
  ])("that lost %i in a row is switched off: %s", (lost, off) => {
    expect(isSwitchedOff(lost)).toBe(off);
  });
});
