import { getReadiness } from "@/features/readiness/queries";
import { now } from "@/lib/clock";

export const dynamic = "force-dynamic";

/** 200 when this process can serve: the database answers, its structure is up to date, jobs tick. Otherwise 503 with the reasons. */
export async function GET(): Promise<Response> {
  const parts = await getReadiness(now());
  const reasons = Object.values(parts).filter((reason): reason is string => reason !== null);
  const body = { status: reasons.length === 0 ? "ready" : "unready", parts, reasons };
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (reasons.length > 0) headers["retry-after"] = "5";
  return Response.json(body, { status: reasons.length === 0 ? 200 : 503, headers });
}
