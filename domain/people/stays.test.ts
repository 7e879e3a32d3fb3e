import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { joinStays, type Stay } from "./stays";

const stay = (placeId: string, since: string, until: string | null): Stay => ({ placeId, since, until });

describe("two histories", () => {
  it.each([
    [
      "the kept one is right where both cover a day",
      [stay("A", "2026-05-01", null)],
      [stay("B", "2026-01-01", "2026-08-31")],
      [stay("B", "2026-01-01", "2026-04-30"), stay("A", "2026-05-01", null)],
    ],
    [
      "a row around another one becomes two",
      [stay("A", "2026-05-01", "2026-05-31")],
      [stay("B", "2026-01-01", null)],
      [stay("B", "2026-01-01", "2026-04-30"), stay("A", "2026-05-01", "2026-05-31"), stay("B", "2026-06-01", null)],
    ],
    [
      "rows of one place that meet become one",
      [stay("A", "2026-05-01", null)],
      [stay("A", "2026-01-01", "2026-09-30")],
      [stay("A", "2026-01-01", null)],
    ],
    [
      "the same day twice",
      [stay("A", "2026-05-01", "2026-05-01")],
      [stay("B", "2026-05-01", "2026-05-01")],
      [stay("A", "2026-05-01", "2026-05-01")],
    ],
    [
      "a gap stays a gap",
      [stay("A", "2026-05-01", null)],
      [stay("A", "2026-01-01", "2026-04-29")],
      [stay("A", "2026-01-01", "2026-04-29"), stay("A", "2026-05-01", null)],
    ],
    ["nothing beside nothing", [], [], []],
  ] as const)("%s", (_what, kept, gone, expected) => {
    expect(joinStays(kept, gone)).toEqual(expected);
  });
});

const DAYS = 40;
const day = (number: number): string => addDays("2026-01-01", number);

/** A history without overlaps: lengths of stays and of the gaps between them. */
const arbitraryStays: fc.Arbitrary<Stay[]> = fc
  .array(fc.record({ gap: fc.nat(4), length: fc.integer({ min: 1, max: 8 }), place: fc.constantFrom("A", "B", "C") }), {
    maxLength: 5,
  })
  .chain((parts) =>
    fc.boolean().map((isOpen) => {
      let at = 0;
      return parts.map(({ gap, length, place }, index) => {
        const since = at + gap;
        at = since + length;
        const lasts = isOpen && index === parts.length - 1;
        return stay(place, day(since), lasts ? null : day(at - 1));
      });
    }),
  );

const placeOn = (stays: readonly Stay[], date: string): string[] =>
  stays.filter((one) => one.since <= date && (one.until === null || date <= one.until)).map((one) => one.placeId);

it("on every day the kept place, else the other one, and never two", () => {
  fc.assert(
    fc.property(arbitraryStays, arbitraryStays, (kept, gone) => {
      const joined = joinStays(kept, gone);
      for (let number = 0; number < 2 * DAYS; number += 1) {
        const date = day(number);
        const expected = placeOn(kept, date)[0] ?? placeOn(gone, date)[0];
        expect(placeOn(joined, date)).toEqual(expected === undefined ? [] : [expected]);
      }
      expect(joinStays(joined, gone)).toEqual(joined);
    }),
    { numRuns: 500 },
  );
});
