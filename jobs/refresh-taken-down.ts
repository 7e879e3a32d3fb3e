import { Cron } from "croner";
import { refreshTakenDown } from "@/features/takedowns/mutations/refresh-taken-down";
import { singleton } from "@/lib/singleton";

const EVERY_TEN_SECONDS = "*/10 * * * * *";

/**
 * Unlike the jobs of the schedule this runs in every process and not once for all of them: each has static pages of its
 * own. Started once per process however often it is called.
 */
export function startRefreshingTakenDown(): void {
  const look = async (): Promise<void> => {
    await refreshTakenDown();
  };
  singleton("refresh-taken-down", () => new Cron(EVERY_TEN_SECONDS, { protect: true, unref: true }, look));
}
