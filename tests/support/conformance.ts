import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import { z } from "zod";
import { GET } from "@/app/api/v1/openapi.json/route";

const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const operation = z.object({
  operationId: z.string(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

/** The OpenAPI document as it is served. */
export async function servedDocument(): Promise<z.output<typeof documentSchema>> {
  return documentSchema.parse(await GET().json());
}

const validators = new Map<string, ValidateFunction | null>();

async function validatorOf(operationId: string, status: number): Promise<ValidateFunction | null> {
  const key = `${operationId} ${status}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const { paths } = await servedDocument();
  const found = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find((each) => each.operationId === operationId);
  if (!found) throw new Error(`The OpenAPI document has no operation ${operationId}`);
  const reply = found.responses[String(status)];
  if (!reply) throw new Error(`${operationId} does not say that it may answer ${status}`);
  const schema = Object.values(reply.content ?? {})[0]?.schema;
  // Formats are patterns as well in what Zod writes, so that nothing is lost without them.
  const validate = schema
    ? new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema)
    : null;
  validators.set(key, validate);
  return validate;
}

/** Fails unless the OpenAPI document says that this operation may give this status with this body. */
export async function expectConforms(operationId: string, status: number, body: unknown): Promise<void> {
  const validate = await validatorOf(operationId, status);
  if (validate === null) {
    if (body !== undefined) throw new Error(`${operationId} ${status} should have no body`);
    return;
  }
  if (!validate(body)) {
    const faults = (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || "/"} ${message ?? ""}`,
    );
    throw new Error(`${operationId} ${status} does not conform:\n${faults.join("\n")}\n${JSON.stringify(body)}`);
  }
}
