import { expect, it } from "vitest";
import { retryDelay } from "./pace";

it.each([
  [1, 0, 0, 500],
  [1, 0.5, 0, 1_000],
  [4, 0.5, 0, 8_000],
  [20, 0.5, 0, 30_000],
  [1, 0.5, 60_000, 60_000],
])("failure %d with jitter %d waits at least %d ms: %d", (failures, random, atLeast, delay) => {
  expect(retryDelay(failures, random, atLeast)).toBe(delay);
});
