import { settleContests } from "@/features/contests/mutations/settle-contests";
import { plannedJob } from "./planned-job";

/** Contests that are over get their results. */
export const settleContestsJob = plannedJob("settle-contests", async (now) => `结算${await settleContests(now)}场`);
