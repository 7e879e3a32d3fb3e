import { businessDateOf } from "@/domain/calendar/shanghai";
import { releaseOverdue } from "@/features/projects/mutations/release-overdue";
import type { Job } from "@/lib/job-runner";

/** Right after midnight in Shanghai: claims on which nothing happened by their date go to the next who waits. */
export const releaseClaimsJob: Job = {
  name: "release-claims",
  periodOf: (now) => businessDateOf(now),
  run: async (now) => `${await releaseOverdue(now)} claims`,
};
