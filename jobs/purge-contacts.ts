import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { purgeContacts } from "@/features/projects/mutations/purge-contacts";
import type { Job } from "@/lib/job-runner";

/** Of the day, in Shanghai: a quiet hour. A server that was down then does it at its next start. */
const FROM = "03:40";

/** Once a day: contacts of volunteer projects whose time is over are deleted. */
export const purgeContactsJob: Job = {
  name: "purge-contacts",
  periodOf: (now) => (timeOf(now) >= FROM ? businessDateOf(now) : null),
  run: async (now) => `${await purgeContacts(now)} contacts`,
};
