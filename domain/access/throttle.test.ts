import { expect, it } from "vitest";
import {
  ACCOUNT_POLICY,
  ADDRESS_POLICY,
  afterFailure,
  afterSuccess,
  decideSignIn,
  type FailureState,
  type ThrottlePolicy,
} from "./throttle";

const start = new Date("2026-11-21T00:00:00Z");
const at = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

function fail(
  times: number,
  policy: ThrottlePolicy,
  second = 0,
  from: FailureState | null = null,
): FailureState | null {
  let state = from;
  for (let i = 0; i < times; i += 1) state = afterFailure(state, policy, at(second));
  return state;
}

it("nine failures close nothing, the tenth closes the account for a minute", () => {
  expect(decideSignIn(null, start)).toEqual({ allowed: true, retryAfterSeconds: 0 });
  expect(decideSignIn(fail(9, ACCOUNT_POLICY), start)).toEqual({ allowed: true, retryAfterSeconds: 0 });
  const tenth = fail(10, ACCOUNT_POLICY);
  expect(decideSignIn(tenth, start)).toEqual({ allowed: false, retryAfterSeconds: 60 });
  expect(decideSignIn(tenth, new Date(start.getTime() + 59_001))).toEqual({ allowed: false, retryAfterSeconds: 1 });
  expect(decideSignIn(tenth, at(60)).allowed).toBe(true);
});

it("every further failure doubles the pause, up to an hour", () => {
  let state = fail(10, ACCOUNT_POLICY);
  let now = start;
  const pauses: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    now = new Date(state?.blockedUntil?.getTime() ?? 0);
    state = afterFailure(state, ACCOUNT_POLICY, now);
    pauses.push(decideSignIn(state, now).retryAfterSeconds / 60);
  }
  expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
});

it("a window begins with its first failure and ends fifteen minutes later", () => {
  const nine = fail(9, ACCOUNT_POLICY);
  expect(afterFailure(nine, ACCOUNT_POLICY, at(15 * 60 - 1)).count).toBe(10);
  expect(afterFailure(nine, ACCOUNT_POLICY, at(15 * 60))).toEqual({
    count: 1,
    windowStart: at(900),
    blockedUntil: null,
  });
});

it("a pause is forgotten only after fifteen quiet minutes", () => {
  const tenth = fail(10, ACCOUNT_POLICY);
  expect(afterFailure(tenth, ACCOUNT_POLICY, at(60 + 900 - 1)).count).toBe(11);
  expect(afterFailure(tenth, ACCOUNT_POLICY, at(60 + 900)).count).toBe(1);
});

it("failures under way when the pause began lengthen it", () => {
  expect(decideSignIn(fail(12, ACCOUNT_POLICY), start).retryAfterSeconds).toBe(240);
});

it("a right password clears the account", () => {
  expect(decideSignIn(afterSuccess(), start).allowed).toBe(true);
  expect(fail(9, ACCOUNT_POLICY, 1, afterSuccess())?.count).toBe(9);
});

it("an address takes 299 failures, pauses at 300 until its fifteen minutes are over, then begins anew", () => {
  expect(decideSignIn(fail(299, ADDRESS_POLICY), at(1)).allowed).toBe(true);
  const full = fail(300, ADDRESS_POLICY);
  expect(decideSignIn(full, at(600))).toEqual({ allowed: false, retryAfterSeconds: 300 });
  expect(decideSignIn(full, at(900)).allowed).toBe(true);
  expect(fail(1, ADDRESS_POLICY, 900, full)?.count).toBe(1);
});
