import { loadCalendar } from "@/features/daily-entries/loaders";
import { cachedText } from "@/lib/cached-text";

export const dynamic = "force-dynamic";

/** A calendar to subscribe to. Asked of the database each time, so that nothing taken down is in it. */
export async function GET(request: Request): Promise<Response> {
  return cachedText(request, await loadCalendar(), "text/calendar; charset=utf-8");
}
