import { loadPoster } from "@/features/applications/loaders/load-applications";
import { htmlReply } from "@/lib/html-document";

/** The branch's code on one A4 page. */
export async function GET(): Promise<Response> {
  return htmlReply(await loadPoster());
}
