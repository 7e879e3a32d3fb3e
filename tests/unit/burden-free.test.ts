import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { GET as readOpenApi } from "@/app/api/v1/openapi.json/route";

/**
 * Nothing may count or show how long, how often or where somebody used the product: no column, no member of a reply.
 * Limits that a quiz sets, windows of throttles and the six-month security log are not about use.
 */
const BURDENS =
  /duration|elapsed|time_?spent|seconds|minutes|online|(login|sign_?in|visit|view|open|session)_?(count|times|days|streak)|streak|last_?(login|seen|active|visit)|latitude|longitude|location|geo|usage|scroll|device|user_?agent/i;
const ALLOWED = new Set(["limit_seconds", "limitSeconds", "SignInFailure"]);

function burdensIn(names: readonly string[]): string[] {
  return names.filter((name) => BURDENS.test(name) && !ALLOWED.has(name));
}

function columns(): string[] {
  const folder = resolve(import.meta.dirname, "../../prisma/schema");
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return text.flatMap((schema) =>
    schema
      .split("\n")
      .filter((line) => /^ {2}[a-z]/.test(line))
      .flatMap((line) => [line.trim().split(/\s+/)[0] ?? "", /@map\("([^"]+)"\)/.exec(line)?.[1] ?? ""]),
  );
}

/** Every property name anywhere in the document's schemas. */
function members(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(members);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const named = key === "properties" && typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
    return [...named, ...members(inner)];
  });
}

describe("nothing counts or shows how the product is used", () => {
  it("notices planted names", () => {
    expect(burdensIn(["duration_ms", "login_count", "lastSeenAt", "latitude", "study_seconds"])).toHaveLength(5);
  });

  it("has no such column", () => {
    const found = columns();
    expect(found.length).toBeGreaterThan(150);
    expect(burdensIn(found)).toEqual([]);
  });

  it("has no such member in any reply of the API", async () => {
    const found = members(await readOpenApi().json());
    expect(found.length).toBeGreaterThan(50);
    expect(burdensIn(found)).toEqual([]);
  });
});
