import { purgeContacts } from "@/features/projects/mutations/purge-contacts";
import { plannedJob } from "./planned-job";

/** Contacts of volunteer projects whose time is over are deleted. */
export const purgeContactsJob = plannedJob("purge-contacts", async (now) => `删除${await purgeContacts(now)}条`);
