import { recordStudy } from "@/features/duties/mutations/record-study";
import type { Job } from "@/lib/job-runner";

/** Every hour: duties that learning fulfils are done as soon as a branch has set some. */
export const recordStudyJob: Job = {
  name: "record-study",
  periodOf: (now) => now.toISOString().slice(0, 13),
  run: async (now) => `${await recordStudy(now)} duties`,
};
