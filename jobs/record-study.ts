import { recordStudy } from "@/features/duties/mutations/record-study";
import { plannedJob } from "./planned-job";

/** Duties that learning fulfils are done as soon as a branch has set some. */
export const recordStudyJob = plannedJob("record-study", async (now) => `办结${await recordStudy(now)}件`);
