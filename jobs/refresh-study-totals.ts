import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { refreshStudyTotals } from "@/features/figures/mutations/refresh-study-totals";
import type { Job } from "@/lib/job-runner";

/** Right after midnight in Shanghai: figures are counted for the new day, so that nobody who looks waits for it. */
export const refreshStudyTotalsJob: Job = {
  name: "refresh-study-totals",
  periodOf: (now) => businessDateOf(now),
  run: async (now) => {
    const today = businessDateOf(now);
    await refreshStudyTotals({ quarter: quarterOf(today), today });
    return today;
  },
};
