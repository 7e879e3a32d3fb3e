import { loadFeed } from "@/features/daily-entries/loaders";
import { cachedText } from "@/lib/cached-text";

export const dynamic = "force-dynamic";

/** The Atom feed of 党史天天谈. Asked of the database each time, so that nothing taken down is in it. */
export async function GET(request: Request): Promise<Response> {
  return cachedText(request, await loadFeed(), "application/atom+xml; charset=utf-8");
}
