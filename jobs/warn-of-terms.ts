import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { warnOfTerms } from "@/features/roles/mutations/warn-terms";
import type { Job } from "@/lib/job-runner";

/** Of the day, in Shanghai: before people come to work. A server that was down then does it at its next start. */
const FROM = "07:00";

/** Once a day: terms that end within two weeks are told to their holders and to those who may renew them. */
export const warnOfTermsJob: Job = {
  name: "warn-of-terms",
  periodOf: (now) => (timeOf(now) >= FROM ? businessDateOf(now) : null),
  run: async (now) => `${await warnOfTerms(now)} terms`,
};
