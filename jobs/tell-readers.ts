import { tellReaders } from "@/features/errata/mutations/tell-readers";
import { plannedJob } from "./planned-job";

/** Whoever had answered what was corrected since is told so, once. */
export const tellReadersJob = plannedJob("tell-readers", async (now) => {
  const { corrections, told } = await tellReaders(now);
  return corrections === 0 ? "没有新的更正" : `${corrections}条更正，告诉了${told}人`;
});
