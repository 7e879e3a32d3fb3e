import { loadPersonalFeed } from "@/features/feeds/loaders";
import { privateText } from "@/lib/cached-text";

type Context = { params: Promise<{ token: string }> };

/** What is for the owner of a private address; 404 under any other. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return privateText(await loadPersonalFeed((await params).token, "calendar"), "text/calendar; charset=utf-8");
}
