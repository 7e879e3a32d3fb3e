import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { GET } from "@/app/api/v1/openapi.json/route";
import { expectConforms, servedDocument } from "@/tests/support/conformance";
import { withDatabase } from "@/tests/support/database";

const ROOT = path.join(process.cwd(), "app/api/v1");
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;

/** `app/api/v1/attempts/[id]/route.ts` is the path `/attempts/{id}`. */
function pathOf(file: string): string {
  const folders = path.relative(ROOT, path.dirname(file)).split(path.sep);
  return `/${folders.map((each) => each.replace(/^\[(?:\.\.\.)?(.+)\]$/, "{$1}")).join("/")}`;
}

/** Every method that a route file of /api/v1 answers. */
async function routes(): Promise<string[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter(
    (name) => path.basename(name) === "route.ts",
  );
  const found: string[] = [];
  for (const file of files.map((name) => path.join(ROOT, name))) {
    const handlers = z
      .record(z.string(), z.unknown())
      .parse({ ...(await import(/* @vite-ignore */ pathToFileURL(file).href)) });
    for (const method of METHODS) if (method in handlers) found.push(`${method} ${pathOf(file)}`);
  }
  return found.sort();
}

/** The document itself describes no operation: it is the description. */
const DOCUMENT = "GET /openapi.json";

describe("the OpenAPI document", () => {
  withDatabase("sqlite");

  test("lists every route of /api/v1 with its methods, and nothing else", async () => {
    const { paths } = await servedDocument();
    const listed = Object.entries(paths).flatMap(([place, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${place}`),
    );
    expect(listed.sort()).toEqual((await routes()).filter((each) => each !== DOCUMENT));
  });

  test("every path parameter is described and every schema is one", async () => {
    const parameter = z.object({ name: z.string(), in: z.string() });
    const paths = z
      .object({
        paths: z.record(z.string(), z.record(z.string(), z.object({ parameters: z.array(parameter).default([]) }))),
      })
      .parse(await GET().json()).paths;
    for (const [place, methods] of Object.entries(paths)) {
      const named = [...place.matchAll(/\{(.+?)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((each) => each.in === "path").map(({ name }) => name)).toEqual(named);
      }
    }
    const document = await servedDocument();
    const schemas = Object.values(document.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ responses }) => Object.values(responses))
      .flatMap(({ content }) => Object.values(content ?? {}));
    for (const { schema } of schemas) new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  });

  test("a reply with a field too many, one too few or an unlisted status does not conform", async () => {
    const saved = { revision: 1, savedAt: "2026-11-21T08:00:00.000Z", ignored: [] };
    await expectConforms("saveAnswers", 200, saved);
    await expect(expectConforms("saveAnswers", 200, { ...saved, key: "a" })).rejects.toThrow("additional");
    await expect(expectConforms("saveAnswers", 200, { revision: 1, ignored: [] })).rejects.toThrow("savedAt");
    await expect(expectConforms("saveAnswers", 200, { ...saved, savedAt: "yesterday" })).rejects.toThrow("savedAt");
    await expect(expectConforms("saveAnswers", 201, saved)).rejects.toThrow("201");
    await expect(expectConforms("nothing", 200, saved)).rejects.toThrow("no operation");
  });
});
