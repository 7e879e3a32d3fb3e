import { businessDateOf } from "@/domain/calendar/shanghai";
import { makeDutiesOfAllYears } from "@/features/duties/mutations/make-duties";
import type { Job } from "@/lib/job-runner";

/** Once a day: organisations that are new get their duties, and days off that are known by now move what has not begun. */
export const makeDutiesJob: Job = {
  name: "make-duties",
  periodOf: (now) => businessDateOf(now),
  run: async (now) => {
    const { added, changed, dropped } = await makeDutiesOfAllYears(now);
    return `${added} added, ${changed} changed, ${dropped} dropped`;
  },
};
