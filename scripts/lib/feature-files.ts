// The files a new feature begins with: what it takes in (schema) and what it shows (view), each with a test.
// Example: `leaflets` gives features/leaflets/{schema,view}.ts with leafletInput and leafletView.
import { VOCABULARY, type SourceFile } from "./structure";

/** Why a name cannot be a feature's, or null when it can. */
export function nounFault(noun: string, existing: readonly string[]): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(noun))
    return "Name the feature by a noun in kebab-case: npm run new:feature study-sessions";
  if (/(^|-)(utils?|helpers?|common|misc)$/.test(noun))
    return `"${noun}" says nothing: name what people would call it.`;
  if (noun === "gates" || noun === "components" || VOCABULARY.includes(noun))
    return `"${noun}" is the name of a file inside a feature.`;
  if (existing.includes(noun)) return `features/${noun} exists already.`;
  return null;
}

/** `study-sessions` → `studySession`, `stories` → `story`. */
export function singularName(noun: string): string {
  const camel = noun.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (/(ss|us|is)$/.test(camel)) return camel;
  return camel.endsWith("ies") ? `${camel.slice(0, -3)}y` : camel.replace(/s$/, "");
}

export function featureFiles(noun: string): SourceFile[] {
  const one = singularName(noun);
  const type = one.charAt(0).toUpperCase() + one.slice(1);
  const file = (name: string, text: string) => ({ path: `features/${noun}/${name}`, text });
  return [
    file(
      "schema.ts",
      `import { z } from "zod";

/** What a person may send: a title of 1 to 80 characters, without spaces around it. */
export const ${one}Input = z.object({ title: z.string().trim().min(1).max(80) });

export type ${type}Input = z.infer<typeof ${one}Input>;
`,
    ),
    file(
      "schema.test.ts",
      `import { describe, expect, it } from "vitest";
import { ${one}Input, type ${type}Input } from "./schema";

describe("the input of ${noun}", () => {
  it("takes a title without the spaces around it", () => {
    const input: ${type}Input = ${one}Input.parse({ title: "  红船  " });
    expect(input.title).toBe("红船");
  });

  it.each([{ title: "" }, { title: "   " }, { title: "长".repeat(81) }, {}])("refuses %j", (value) => {
    expect(${one}Input.safeParse(value).success).toBe(false);
  });
});
`,
    ),
    file(
      "view.ts",
      `export type ${type}Row = { id: string; title: string };

export type ${type}View = { id: string; title: string };

/** What a screen shows of a row: the named fields and nothing else the row may carry. */
export function ${one}View(row: ${type}Row): ${type}View {
  return { id: row.id, title: row.title };
}
`,
    ),
    file(
      "view.test.ts",
      `import { describe, expect, it } from "vitest";
import { ${one}View, type ${type}Row, type ${type}View } from "./view";

describe("what is shown of ${noun}", () => {
  it("is the named fields alone", () => {
    const row: ${type}Row & { secret: string } = { id: "a", title: "红船", secret: "only for the server" };
    const shown: ${type}View = ${one}View(row);
    expect(shown).toEqual({ id: "a", title: "红船" });
  });
});
`,
    ),
  ];
}
