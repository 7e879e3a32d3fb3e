import { z } from "zod";
import { SEARCH_KINDS } from "./constants";

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** What stands in the address; anything else than a known kind is all kinds. */
export const searchSchema = z.object({
  q: z.preprocess(first, z.string().trim().catch("")),
  kind: z.preprocess(first, z.enum(SEARCH_KINDS).nullable().catch(null)),
});
