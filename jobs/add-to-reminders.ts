import { addToLists } from "@/features/reminders/mutations/add-to-lists";
import { plannedJob } from "./planned-job";

/** What is issued after the week's morning and due in the same week. */
export const addToRemindersJob = plannedJob("add-to-reminders", async (now) => `添了${await addToLists(now)}件`);
