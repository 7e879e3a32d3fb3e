import { z } from "zod";

/** Which period of which job is to be tried again. */
export const rerunSchema = z.object({ job: z.string().min(1).max(64), period: z.string().min(1).max(32) });
