import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { refreshStudyTotals } from "@/features/figures/mutations/refresh-study-totals";
import { plannedJob } from "./planned-job";

/** Figures are counted for the new day, so that nobody who looks waits for it. */
export const refreshStudyTotalsJob = plannedJob("refresh-study-totals", async (now) => {
  const today = businessDateOf(now);
  await refreshStudyTotals({ quarter: quarterOf(today), today });
  return `统计到${formatFull(today)}`;
});
