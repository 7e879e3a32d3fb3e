import { settleMoves } from "@/features/transfers/mutations/settle-moves";
import { plannedJob } from "./planned-job";

/** Who works elsewhere from today on signs in with the new work number. */
export const settleMovesJob = plannedJob("settle-moves", async (now) => `核对${await settleMoves(now)}人`);
