import { correctEverythingVoided } from "@/features/voidings/mutations/correct-voided";
import { plannedJob } from "./planned-job";

/** Attempts that lack the full marks of a question declared void get them. */
export const correctVoidedJob = plannedJob("correct-voided", async (now) => {
  const { corrected, failed } = await correctEverythingVoided(now);
  if (failed > 0) throw new Error(`${failed}道作废的题没有补完分，补了${corrected}份作答。原因在服务器日志里。`);
  return `补分${corrected}份作答`;
});
