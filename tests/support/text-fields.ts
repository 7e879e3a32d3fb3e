import { readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";

/**
 * Every text that somebody can send: the string fields of the schemas that server actions, the JSON API and plain forms
 * read their input with, found in the sources, so that a new field is noticed. A key is `<feature>.<schema>.<field>`.
 */
const root = resolve(import.meta.dirname, "../..");

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const USES = /\.inputSchema\((\w+)\)|\b(?:body|form): (\w+Schema)\b|\breadForm\(\w+, (\w+)\)/g;
const IMPORTS = /import \{([^}]*)\} from "([^"]+\/schema(?:\/[\w-]+)?)"/g;

/** The schema files behind a relative or absolute import of a source file, without their ending. */
function schemaPath(file: string, from: string): string {
  return from.startsWith("@/") ? from.slice(2) : relative(root, resolve(root, file, "..", from));
}

/** Where each schema that reads an input stands: `features/feedback/schema` → `sendFeedbackSchema`, …. */
function usedSchemas(): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const file of [...filesBelow("features"), ...filesBelow("app")]) {
    const text = readFileSync(join(root, file), "utf8");
    const here = new Set([...text.matchAll(USES)].map((found) => found[1] ?? found[2] ?? found[3] ?? ""));
    if (/(^|\/)schema(\/[\w-]+)?\.ts$/.test(file)) note(used, file.replace(/\.ts$/, ""), here);
    for (const [, names = "", from = ""] of text.matchAll(IMPORTS)) {
      const imported = names.split(",").map((name) => name.replace(/^\s*type\s/, "").trim());
      note(used, schemaPath(file, from), new Set(imported.filter((name) => here.has(name))));
    }
  }
  return used;
}

function note(used: Map<string, Set<string>>, path: string, names: ReadonlySet<string>): void {
  used.set(path, new Set([...(used.get(path) ?? []), ...names]));
}

export type TextField = { key: string; schema: z.ZodType };

/** The parts below a schema that may hold a text, each with the whole schema of its place. */
function below(schema: z.ZodType, key: string): TextField[] {
  const inner = (part: unknown, name = ""): TextField[] => below(part as z.ZodType, `${key}${name}`);
  const whole = (parts: TextField[]): TextField[] =>
    // What is done to a value after it was read belongs to its field.
    parts.map((part) => (part.key === key ? { key, schema } : part));
  const def = schema.def as { type: string; [member: string]: unknown };
  switch (def.type) {
    case "string":
      return isFree(schema) ? [{ key, schema }] : [];
    case "object":
      return Object.entries(def["shape"] as Record<string, unknown>).flatMap(([name, part]) => inner(part, `.${name}`));
    case "array":
      return inner(def["element"], "[]");
    case "record":
      return inner(def["valueType"], "{}");
    case "union":
      return unique((def["options"] as unknown[]).flatMap((part) => inner(part)));
    case "pipe": {
      const parts = inner(def["in"]);
      return whole(parts.length > 0 ? parts : inner(def["out"]));
    }
    default:
      return def["innerType"] === undefined ? [] : whole(inner(def["innerType"]));
  }
}

/** A text of any form; one with a pattern or a format can only be what these allow. */
function isFree(schema: z.ZodType): boolean {
  const json = z.toJSONSchema(schema, { io: "input" });
  return json.pattern === undefined && json.format === undefined && json.enum === undefined;
}

function unique(fields: TextField[]): TextField[] {
  return fields.filter(({ key }, index) => fields.findIndex((other) => other.key === key) === index);
}

export async function textFields(): Promise<TextField[]> {
  const fields: TextField[] = [];
  for (const [path, names] of usedSchemas()) {
    if (names.size === 0) continue;
    const feature = path.replace(/^features\//, "").replace(/\/schema.*$/, "");
    const loaded = (await import(/* @vite-ignore */ join(root, `${path}.ts`))) as Record<string, unknown>;
    for (const name of names) {
      const schema = loaded[name];
      if (schema instanceof z.ZodType) fields.push(...below(schema, `${feature}.${name}`));
    }
  }
  return unique(fields).sort((one, other) => one.key.localeCompare(other.key));
}
