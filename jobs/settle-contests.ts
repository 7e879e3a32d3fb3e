import { settleContests } from "@/features/contests/mutations/settle-contests";
import type { Job } from "@/lib/job-runner";

/** Every minute: contests that are over get their results. */
export const settleContestsJob: Job = {
  name: "settle-contests",
  periodOf: (now) => now.toISOString().slice(0, 16),
  run: async (now) => `${await settleContests(now)} contests`,
};
