import { businessDateOf } from "@/domain/calendar/shanghai";
import { settleMoves } from "@/features/transfers/mutations/settle-moves";
import type { Job } from "@/lib/job-runner";

/** Right after midnight in Shanghai: who works elsewhere from today on signs in with the new work number. */
export const settleMovesJob: Job = {
  name: "settle-moves",
  periodOf: (now) => businessDateOf(now),
  run: async (now) => `${await settleMoves(now)} people`,
};
