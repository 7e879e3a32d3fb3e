import { releaseOverdue } from "@/features/projects/mutations/release-overdue";
import { plannedJob } from "./planned-job";

/** Claims on which nothing happened by their date go to the next who waits. */
export const releaseClaimsJob = plannedJob("release-claims", async (now) => `放回${await releaseOverdue(now)}件`);
