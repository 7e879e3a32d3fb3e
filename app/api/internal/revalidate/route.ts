import { timingSafeEqual } from "node:crypto";
import { revalidatePath } from "next/cache";
import type { NextRequest } from "next/server";
import { internalSecret } from "@/features/takedowns/mutations/refresh-taken-down";
import { READING_PAGES } from "@/features/takedowns/view";

/** Marks the reading pages of this process as stale. Only this process knows the secret; to everybody else the route does not exist. */
export function POST(request: NextRequest): Response {
  const given = Buffer.from(request.headers.get("x-zj-internal") ?? "");
  const wanted = Buffer.from(internalSecret());
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return new Response(null, { status: 404 });
  for (const [path, kind] of READING_PAGES) revalidatePath(path, kind);
  return new Response(null, { status: 204 });
}
