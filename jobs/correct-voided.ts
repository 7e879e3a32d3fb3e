import { correctEverythingVoided } from "@/features/voidings/mutations/correct-voided";
import type { Job } from "@/lib/job-runner";

/** Every minute: attempts that lack the full marks of a question declared void get them. */
export const correctVoidedJob: Job = {
  name: "correct-voided",
  periodOf: (now) => now.toISOString().slice(0, 16),
  run: async (now) => {
    const { corrected, failed } = await correctEverythingVoided(now);
    if (failed > 0) throw new Error(`${failed} void questions could not be set right, ${corrected} attempts were`);
    return `${corrected} corrected`;
  },
};
