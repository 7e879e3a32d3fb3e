import { warnOfTerms } from "@/features/roles/mutations/warn-terms";
import { plannedJob } from "./planned-job";

/** Terms that end within two weeks are told to their holders and to those who may renew them. */
export const warnOfTermsJob = plannedJob("warn-of-terms", async (now) => `提醒${await warnOfTerms(now)}项任命`);
