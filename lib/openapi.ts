import { z } from "zod";
import { statusOf, type ErrorCode } from "./errors";

/**
 * The OpenAPI 3.1 document of /api/v1, made from the Zod schemas that the routes parse and the views fill. Each feature
 * exports its operations (`export const ATTEMPT_OPERATIONS: readonly ApiOperation[]`) from its schema.ts; the route
 * /api/v1/openapi.json puts them together, and a test proves that every route file is listed and every listed
 * operation has a route.
 *
 * Example: `{ id: "saveAnswers", method: "put", path: "/attempts/{id}/answers", body: saveAnswersSchema,
 * replies: { 200: { description: "Saved", schema: savedReply } }, problems: ["not-found", "attempt-closed"], … }`.
 */

export type ApiMethod = "get" | "put" | "post" | "delete";

export type ApiParameter = {
  /** As in the path's braces, or the name in the query. */
  readonly name: string;
  readonly in: "path" | "query";
  readonly description: string;
  /** Default: a string. */
  readonly schema?: z.ZodType;
  /** Only for the query: path parameters always are. */
  readonly required?: boolean;
};

/** A refusal, with the members it has beyond those of every problem document. */
export type ApiProblem = ErrorCode | { readonly code: ErrorCode; readonly members: z.ZodObject };

export type ApiReply = {
  readonly description: string;
  /** Use `z.strictObject`, so that a reply with a field too many does not conform. Without one the reply has no body. */
  readonly schema?: z.ZodType;
};

export type ApiOperation = {
  /** A verb in camelCase, unique: `expectConforms("saveAnswers", 200, body)` names it. */
  readonly id: string;
  readonly method: ApiMethod;
  /** Below /api/v1, parameters in braces: `/attempts/{id}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** Answers without signing in. */
  readonly anonymous?: true;
  readonly parameters?: readonly ApiParameter[];
  /** What the gate parses; clients send its input form. */
  readonly body?: z.ZodType;
  /** What is answered when it went well, by status. */
  readonly replies: Readonly<Record<number, ApiReply>>;
  /** Beyond `unauthenticated`, `forbidden`, `invalid` (with a body) and `unavailable`, which every operation may give. */
  readonly problems?: readonly ApiProblem[];
};

type Json = Record<string, unknown>;

const PROBLEM_MEMBERS = {
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("A Chinese sentence for people."),
  errors: z
    .array(z.strictObject({ field: z.string(), code: z.string(), detail: z.string() }))
    .optional()
    .describe("One entry for each refused field."),
};

/** Without `$schema`: the dialect is that of the whole document. */
const jsonSchema = (schema: z.ZodType, io: "input" | "output"): Json =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(schema, { target: "draft-2020-12", io })).filter(([name]) => name !== "$schema"),
  );

const reply = ({ description, schema }: ApiReply): Json => ({
  description,
  ...(schema ? { content: { "application/json": { schema: jsonSchema(schema, "output") } } } : {}),
});

function problemSchema(problem: ApiProblem): Json {
  const code = typeof problem === "string" ? problem : problem.code;
  const members = typeof problem === "string" ? {} : problem.members.shape;
  return jsonSchema(z.strictObject({ ...PROBLEM_MEMBERS, code: z.literal(code), ...members }), "output");
}

const codeOf = (problem: ApiProblem): ErrorCode => (typeof problem === "string" ? problem : problem.code);

/** Every refusal an operation may give, each once. */
function problemsOf(operation: ApiOperation): ApiProblem[] {
  const common: ErrorCode[] = operation.anonymous ? ["unavailable"] : ["unauthenticated", "forbidden", "unavailable"];
  if (operation.body) common.push("invalid");
  const named = operation.problems ?? [];
  const codes = new Set(named.map(codeOf));
  return [...common.filter((code) => !codes.has(code)), ...named];
}

function refusals(operation: ApiOperation): Json {
  const byStatus = new Map<number, ApiProblem[]>();
  for (const problem of problemsOf(operation)) {
    const status = statusOf(codeOf(problem));
    byStatus.set(status, [...(byStatus.get(status) ?? []), problem]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, problems]) => [
      String(status),
      {
        description: problems.map(codeOf).join(", "),
        ...(status === 429 || status === 503 ? { headers: { "Retry-After": { schema: { type: "integer" } } } } : {}),
        content: { "application/problem+json": { schema: { anyOf: problems.map(problemSchema) } } },
      },
    ]),
  );
}

const parameter = ({ name, in: place, description, schema, required }: ApiParameter): Json => ({
  name,
  in: place,
  description,
  required: place === "path" || required === true,
  schema: schema ? jsonSchema(schema, "input") : { type: "string" },
});

function operationObject(operation: ApiOperation): Json {
  const { id, summary, parameters = [], body, replies } = operation;
  return {
    operationId: id,
    summary,
    security: operation.anonymous ? [] : [{ session: [] }],
    ...(parameters.length > 0 ? { parameters: parameters.map(parameter) } : {}),
    ...(body
      ? { requestBody: { required: true, content: { "application/json": { schema: jsonSchema(body, "input") } } } }
      : {}),
    responses: {
      ...Object.fromEntries(Object.entries(replies).map(([status, each]) => [status, reply(each)])),
      ...refusals(operation),
    },
  };
}

export type OpenApiSettings = { readonly title: string; readonly version: string; readonly cookieName: string };

/** The whole document. Throws when two operations share an id, or a method of a path. */
export function openApiDocument(operations: readonly ApiOperation[], settings: OpenApiSettings): Json {
  const paths: Record<string, Json> = {};
  const ids = new Set<string>();
  for (const operation of operations) {
    const methods = (paths[operation.path] ??= {});
    if (ids.has(operation.id) || operation.method in methods) throw new Error(`Operation ${operation.id} stands twice`);
    ids.add(operation.id);
    methods[operation.method] = operationObject(operation);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: settings.title,
      version: settings.version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: settings.cookieName } } },
  };
}
