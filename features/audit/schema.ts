import { z } from "zod";

const day = z.iso.date().catch("").default("");
const words = z.string().trim().max(60).catch("").default("");

/** The filters of the log, as they stand in the address. `before` is where the page goes on: instant and id of the last act. */
export const auditFilterSchema = z.object({
  actor: words,
  action: z.string().max(60).catch("").default(""),
  subject: words,
  from: day,
  to: day,
  before: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[\w-]{1,64}$/)
    .catch("")
    .default(""),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;
