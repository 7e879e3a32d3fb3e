import { describe, expect, test } from "vitest";
import { newId, newSeed } from "./randomness";

describe("newId", () => {
  test("is a UUID of version 7 whose first 48 bits are the time", () => {
    const now = new Date("2026-11-21T08:00:00.123Z");
    const id = newId(now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now.getTime());
  });

  test("sorts by time and differs within a millisecond", () => {
    const first = newId(new Date(1_000));
    expect(first < newId(new Date(1_001))).toBe(true);
    expect(newId(new Date(1_000))).not.toBe(first);
  });
});

test("seeds are 128 bits and never the same", () => {
  expect(newSeed()).toMatch(/^[0-9a-f]{32}$/);
  expect(newSeed()).not.toBe(newSeed());
});
