import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument, type ApiOperation } from "./openapi";

const SETTINGS = { title: "t", version: "1", cookieName: "c" };
const base: ApiOperation = {
  id: "readThing",
  method: "get",
  path: "/things/{id}",
  summary: "Reads a thing",
  parameters: [{ name: "id", in: "path", description: "Its id" }],
  replies: { 200: { description: "The thing", schema: z.strictObject({ id: z.string() }) } },
  problems: ["not-found", { code: "attempt-closed", members: z.object({ receipt: z.string() }) }, "conflict"],
};

describe("openApiDocument", () => {
  test("lists an operation with its parameters, replies and refusals by status", () => {
    const document = openApiDocument([base], SETTINGS);
    expect(document).toMatchObject({
      openapi: "3.1.0",
      paths: {
        "/things/{id}": {
          get: {
            operationId: "readThing",
            security: [{ session: [] }],
            parameters: [{ name: "id", in: "path", required: true }],
            responses: {
              200: { content: { "application/json": { schema: { additionalProperties: false } } } },
              401: { description: "unauthenticated" },
              404: { description: "not-found" },
              409: { description: "attempt-closed, conflict" },
              503: { headers: { "Retry-After": {} } },
            },
          },
        },
      },
    });
  });

  test("a body is described as clients send it and may be refused with 422", () => {
    const body = z.strictObject({ showName: z.boolean().default(false) });
    const document = openApiDocument([{ ...base, id: "put", method: "put", body }], SETTINGS);
    const operation = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
    const put = operation.parse(document["paths"])["/things/{id}"]?.["put"];
    expect(put?.["requestBody"]).toMatchObject({ content: { "application/json": { schema: { type: "object" } } } });
    expect(put?.["requestBody"]).not.toHaveProperty("content.application/json.schema.required");
    expect(put?.["responses"]).toHaveProperty("422");
  });

  test("what answers without signing in asks for no session", () => {
    const document = openApiDocument([{ ...base, anonymous: true }], SETTINGS);
    expect(document).toMatchObject({ paths: { "/things/{id}": { get: { security: [] } } } });
    expect(JSON.stringify(document)).not.toContain("unauthenticated");
  });

  test.each([
    ["an id", { ...base, path: "/others" as const }],
    ["a method of a path", { ...base, id: "other" }],
  ])("refuses %s that stands twice", (_name, second) => {
    expect(() => openApiDocument([base, second], SETTINGS)).toThrow("stands twice");
  });
});
