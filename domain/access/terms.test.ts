import { expect, it } from "vitest";
import { grantsHeld, grantsInForce } from "./terms";

const term = { since: "2026-01-01", until: "2026-12-31", revoked: false };

it.each([
  ["not on the eve of the first day", term, "2025-12-31", false],
  ["on the first day", term, "2026-01-01", true],
  ["on the last day", term, "2026-12-31", true],
  ["not on the day after", term, "2027-01-01", false],
  ["for ever without a last day", { ...term, until: null }, "2099-01-01", true],
  ["on a term of one day", { ...term, until: "2026-01-01" }, "2026-01-01", true],
  ["not once revoked, in the middle of the term", { ...term, revoked: true }, "2026-06-01", false],
])("a grant is in force: %s", (_sentence, grant, today, expected) => {
  expect(grantsInForce([grant], today)).toEqual(expected ? [grant] : []);
});

it.each([
  ["before its first day as well", term, "2025-06-01", true],
  ["on the last day", term, "2026-12-31", true],
  ["not on the day after", term, "2027-01-01", false],
  ["not once revoked, before its first day", { ...term, revoked: true }, "2025-06-01", false],
  ["for ever without a last day", { ...term, until: null }, "2025-06-01", true],
])("a grant counts for the rank of an account: %s", (_sentence, grant, today, expected) => {
  expect(grantsHeld([grant], today)).toEqual(expected ? [grant] : []);
});
