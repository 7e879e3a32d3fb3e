import { writePushes } from "@/features/pushes/mutations/write-pushes";
import type { Job } from "@/lib/job-runner";

/** Every minute: 党史天天谈 is written for the branches whose hour has come. */
export const writePushesJob: Job = {
  name: "write-pushes",
  periodOf: (now) => now.toISOString().slice(0, 16),
  run: async (now) => `${await writePushes(now)} branches`,
};
