import { describe, expect, it } from "vitest";
import { takeTurn } from "./rate-window";

const window = { name: "test", limit: 2, windowMs: 60_000 };

describe("takeTurn", () => {
  it("refuses the third within the window and not a millisecond longer", () => {
    expect(takeTurn(window, "a", 0)).toBe(true);
    expect(takeTurn(window, "a", 1_000)).toBe(true);
    expect(takeTurn(window, "a", 59_999)).toBe(false);
    expect(takeTurn(window, "a", 60_000)).toBe(true);
    expect(takeTurn(window, "a", 60_001)).toBe(false);
  });
  it("counts every key for itself", () => {
    expect(takeTurn(window, "b", 0)).toBe(true);
    expect(takeTurn(window, "c", 0)).toBe(true);
  });
  it("does not count what it refused", () => {
    for (const at of [0, 1]) takeTurn(window, "d", at);
    for (let at = 2; at < 50; at += 1) expect(takeTurn(window, "d", at)).toBe(false);
    expect(takeTurn(window, "d", 60_001)).toBe(true);
  });
});
