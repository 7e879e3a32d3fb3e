import { resumeImports } from "@/features/imports/mutations/end-imports";
import { now } from "@/lib/clock";
import { plannedJob } from "./planned-job";

/** Goes on with uploaded files that a stopped process left behind. */
export const workImportsJob = plannedJob("work-imports", async () => `核对${await resumeImports(now)}份`);
