import { makeDutiesOfAllYears } from "@/features/duties/mutations/make-duties";
import { plannedJob } from "./planned-job";

/** Organisations that are new get their duties, and days off that are known by now move what has not begun. */
export const makeDutiesJob = plannedJob("make-duties", async (now) => {
  const { added, changed, dropped } = await makeDutiesOfAllYears(now);
  return `新排${added}项，改期${changed}项，撤下${dropped}项`;
});
