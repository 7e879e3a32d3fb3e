export const dynamic = "force-dynamic";

/** The process answers. Nothing else is claimed: see /api/health/ready. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
