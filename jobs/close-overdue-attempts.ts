import { closeOverdueAttempts } from "@/features/attempts/mutations/close-overdue-attempts";
import type { Job } from "@/lib/job-runner";

/** Every minute: attempts left open past their deadline are closed with what was saved. */
export const closeOverdueAttemptsJob: Job = {
  name: "close-overdue-attempts",
  periodOf: (now) => now.toISOString().slice(0, 16),
  run: async (now) => {
    const { closed, failed } = await closeOverdueAttempts({ now });
    if (failed > 0) throw new Error(`${failed} attempts could not be closed, ${closed} were`);
    return `${closed} closed`;
  },
};
