import { tellRegistered } from "@/features/contests/mutations/tell-registered";
import { plannedJob } from "./planned-job";

/** Whoever registered for a contest learns that it opened, or that it was taken back. */
export const tellRegisteredJob = plannedJob("tell-registered", async (now) => `告诉了${await tellRegistered(now)}人`);
