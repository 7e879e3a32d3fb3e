import { describe, expect, it } from "vitest";
import { AppError, ERROR_CODE_NAMES, isAppError, statusOf } from "./errors";

describe("AppError", () => {
  it.each([
    ["unauthenticated", 401],
    ["forbidden", 403],
    ["not-found", 404],
    ["invalid", 422],
    ["attempt-closed", 409],
    ["quiz-not-open", 409],
    ["attempts-used-up", 409],
    ["conflict", 409],
    ["too-large", 413],
    ["too-many-requests", 429],
    ["unavailable", 503],
  ] as const)("%s answers %i with a Chinese sentence", (code, status) => {
    const error = new AppError(code);
    expect([error.status, statusOf(code)]).toEqual([status, status]);
    expect(error.detail).toMatch(/[一-鿿].*。$/);
  });

  it("lists no code beyond those of the API", () => {
    expect(ERROR_CODE_NAMES).toHaveLength(11);
  });

  it("says when to come back after 429 and 503, and only then", () => {
    expect(new AppError("unavailable").retryAfterSeconds).toBe(5);
    expect(new AppError("too-many-requests", undefined, { retryAfterSeconds: 60 }).retryAfterSeconds).toBe(60);
    expect(new AppError("conflict").retryAfterSeconds).toBeUndefined();
  });

  it("is recognised across separately loaded copies of the module", () => {
    const foreign = Object.assign(new Error("x"), { name: "AppError", code: "conflict" });
    expect(isAppError(foreign)).toBe(true);
    expect(isAppError(Object.assign(new Error("x"), { code: "conflict" }))).toBe(false);
    expect(isAppError(Object.assign(new Error("x"), { name: "AppError", code: "P2002" }))).toBe(false);
  });
});
