import "server-only";
import type { NextRequest } from "next/server";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** Refuses a write that another site's page sends; a request without an origin comes from no page. */
export function refuseForeignOrigin(request: NextRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  if (origin === null || origin === new URL(env().PUBLIC_URL).origin) return;
  if (origin === `http://${request.headers.get("host") ?? ""}`) return;
  throw new AppError("forbidden", "请求来自别的网站，没有处理。");
}
