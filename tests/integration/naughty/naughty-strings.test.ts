import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import "@/lib/problem";
import { describeOnBothEngines } from "@/tests/support/database";
import { NAUGHTY, packed } from "@/tests/support/naughty-strings";
import { textFields, type TextField } from "@/tests/support/text-fields";
import { FIELDS, isId } from "./fields";
import { setScene, type Way } from "./scene";

/**
 * Every text field × every naughty string, from the schema over the database to the view: what comes out is what went in,
 * but for what the field does to its text on purpose, or a refusal in Chinese. Nothing fails in any other way.
 */
const fields = await textFields();
const HAN = /\p{Script=Han}/u;

/** Read leniently at first; what does not fit is told beside its field by a second schema. */
const TOLD_LATER = /^applications\.typedApplicationSchema\./;

describe("every text field", () => {
  it("is found in the schemas", () => {
    expect(fields.map(({ key }) => key)).toContain("feedback.sendFeedbackSchema.text");
  });

  it("has its way, or the reason why there is none", () => {
    const missing = fields
      .filter(({ key }) => FIELDS[key] === undefined && !isId(key))
      .map(({ key }) => `${key} is a new text: add it to tests/integration/naughty/fields.ts with the way it goes.`);
    expect(missing).toEqual([]);
    const known = new Set(fields.map(({ key }) => key));
    expect(Object.keys(FIELDS).filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(fields)("$key takes a string as it is, without the spaces around it, or says why not", ({ key, schema }) => {
    const wrong = NAUGHTY.filter((text) => {
      const read = schema.safeParse(text);
      if (!read.success) return !HAN.test(read.error.issues[0]?.message ?? "");
      if (typeof read.data !== "string") return false;
      // A value among a few, for which anything odd counts as not given.
      const mayBeEmpty = FIELDS[key] === "choice" || isId(key) || TOLD_LATER.test(key);
      return ![text, text.trim(), ...(mayBeEmpty ? [""] : [])].includes(read.data);
    });
    expect(wrong).toEqual([]);
  });
});

/** The longest text that a field takes, at most 500: enough for every string of the list. */
function longest(schema: z.ZodType): number {
  const sizes = [500, 300, 200, 120, 60, 40, 30, 20, 10];
  return sizes.find((size) => schema.safeParse("字".repeat(size)).success) ?? 10;
}

/** As the schema gives it; lines of a list one by one. */
const read = (schema: z.ZodType, text: string): string => {
  const value: unknown = schema.parse(text);
  return Array.isArray(value) ? String(value[0]) : String(value);
};

type Journey = TextField & { way: Way; size: number };

/** Fields that go the same way with texts of the same length go it once. */
const journeys = fields.reduce<Journey[]>((found, { key, schema }) => {
  const way = FIELDS[key];
  if (way === undefined || typeof way === "string") return found;
  const size = Math.min(longest(schema), way.longest ?? 500);
  const known = found.some((other) => other.way === way && other.size === size);
  return known ? found : [...found, { key, schema, way, size }];
}, []);

describeOnBothEngines("what is sent comes back", () => {
  beforeAll(setScene);

  it.each(journeys)("$key", async ({ schema, way, size }) => {
    const refusals: string[] = [];
    const texts = packed(NAUGHTY, size).filter((text) => schema.safeParse(text).success);
    for (const text of texts) {
      const sent = read(schema, text);
      const outcome = await way.goes(sent);
      if ("refused" in outcome) refusals.push(outcome.refused);
      else expect(outcome.shown).toBe((way.keeps ?? ((kept: string) => kept))(sent));
    }
    expect(refusals.filter((detail) => !HAN.test(detail))).toEqual([]);
    expect(texts.length - refusals.length).toBeGreaterThan(way.strict ? -1 : 0);
  });
});
