import { resumeImports } from "@/features/imports/mutations/end-imports";
import { now } from "@/lib/clock";
import type { Job } from "@/lib/job-runner";

/** Every minute: goes on with uploaded files that a stopped process left behind. */
export const workImportsJob: Job = {
  name: "work-imports",
  periodOf: (at) => at.toISOString().slice(0, 16),
  run: async () => `${await resumeImports(now)} checked`,
};
