import { expect, it } from "vitest";
import { contactEndsOn } from "./retention";

it.each([
  ["while somebody needs it, 180 days", { storedOn: "2026-01-01", endedOn: null }, "2026-06-30"],
  ["30 days after the end", { storedOn: "2026-01-01", endedOn: "2026-03-10" }, "2026-04-09"],
  ["ended at once", { storedOn: "2026-01-01", endedOn: "2026-01-01" }, "2026-01-31"],
  ["never longer than 180 days", { storedOn: "2026-01-01", endedOn: "2026-06-20" }, "2026-06-30"],
])("%s", (_sentence, dates, expected) => {
  expect(contactEndsOn(dates)).toBe(expected);
});
