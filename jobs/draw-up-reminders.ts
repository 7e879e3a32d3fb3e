import { businessDateOf, isoWeekOf, timeOf } from "@/domain/calendar/shanghai";
import { isReminderTime } from "@/domain/duties/week";
import { drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import type { Job } from "@/lib/job-runner";

/** Of the day, in Shanghai: before people come to work. */
const FROM = "07:00";

/** On the first working day of a week; a server that was down then does it at its next start in that week. */
export const drawUpRemindersJob: Job = {
  name: "draw-up-reminders",
  periodOf: (now) => {
    const today = businessDateOf(now);
    return isReminderTime(today) && timeOf(now) >= FROM ? isoWeekOf(today) : null;
  },
  run: async (now) => `${await drawUpLists(now)} lists`,
};
