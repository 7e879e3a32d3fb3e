import { drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import { plannedJob } from "./planned-job";

/** What is due or overdue in the week, for every organisation, before people come to work. */
export const drawUpRemindersJob = plannedJob("draw-up-reminders", async (now) => `列出${await drawUpLists(now)}份`);
