import { z } from "zod";
import type { ApiOperation } from "@/lib/openapi";

/** A receipt as the API gives it. `signature` is Ed25519 over the form in docs/api.md, `digest` its last line. */
export const receiptSchema = z.strictObject({
  id: z.string().describe("Like ZJ7K-3F82-91C4; /receipts/{id} shows and checks it."),
  attemptId: z.string(),
  submittedAt: z.iso.datetime(),
  answered: z.int(),
  total: z.int(),
  score: z.int().describe("Hundredths of points."),
  maxScore: z.int(),
  digest: z.string().describe("SHA-256 of the answers that counted, in hexadecimal digits."),
  keyId: z.string(),
  signature: z.string().describe("Ed25519, base64url."),
});

const keySchema = z.strictObject({
  keyId: z.string(),
  algorithm: z.literal("Ed25519"),
  publicKey: z.string().describe("The raw 32 bytes in base64url."),
  current: z.boolean(),
});

export const RECEIPT_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "listKeys",
    method: "get",
    path: "/keys",
    summary: "Public keys that receipts can be checked with, the current one first",
    anonymous: true,
    replies: { 200: { description: "The keys", schema: z.strictObject({ keys: z.array(keySchema) }) } },
  },
];
