import { writePushes } from "@/features/pushes/mutations/write-pushes";
import { plannedJob } from "./planned-job";

/** 党史天天谈 is written for the branches whose hour has come. */
export const writePushesJob = plannedJob("write-pushes", async (now) => `写给${await writePushes(now)}个支部`);
