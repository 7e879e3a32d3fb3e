import { expect, it } from "vitest";
import { consoleUntilAfterSignIn, isConsoleFresh, isSessionLive, nextConsoleUntil, sessionExpiresAt } from "./session";

const signedIn = new Date("2026-11-21T00:00:00.000Z");
const later = (ms: number): Date => new Date(signedIn.getTime() + ms);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const mark = consoleUntilAfterSignIn(signedIn);

it("a session lives ninety days, not an instant longer, and never once revoked", () => {
  const expiresAt = sessionExpiresAt(signedIn);
  expect(expiresAt).toEqual(new Date("2027-02-19T00:00:00.000Z"));
  expect(isSessionLive({ expiresAt, revokedAt: null }, later(90 * 24 * HOUR - 1))).toBe(true);
  expect(isSessionLive({ expiresAt, revokedAt: null }, expiresAt)).toBe(false);
  expect(isSessionLive({ expiresAt, revokedAt: signedIn }, signedIn)).toBe(false);
});

it("a console stays open for twelve idle hours", () => {
  expect(mark).toEqual(new Date("2026-11-21T12:00:00.000Z"));
  expect(isConsoleFresh(mark, later(12 * HOUR - 1))).toBe(true);
  expect(isConsoleFresh(mark, later(12 * HOUR))).toBe(false);
  expect(isConsoleFresh(null, signedIn)).toBe(false);
});

it("the mark is written only when it moves by more than five minutes", () => {
  expect(nextConsoleUntil(mark, later(5 * MINUTE))).toBeNull();
  expect(nextConsoleUntil(mark, later(5 * MINUTE + 1))).toEqual(new Date(mark.getTime() + 5 * MINUTE + 1));
});

it("a stale mark is never revived by a use", () => {
  expect(nextConsoleUntil(mark, later(12 * HOUR))).toBeNull();
  expect(nextConsoleUntil(null, signedIn)).toBeNull();
});
