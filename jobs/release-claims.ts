import { remindOfClaims } from "@/features/projects/mutations/remind-of-claims";
import { releaseOverdue } from "@/features/projects/mutations/release-overdue";
import { plannedJob } from "./planned-job";

/** Claims on which nothing happened by their date go to the next who waits; of those near it, and of those that wait, a word. */
export const releaseClaimsJob = plannedJob("release-claims", async (now) => {
  const released = await releaseOverdue(now);
  return `放回${released}件，提醒${await remindOfClaims(now)}件`;
});
