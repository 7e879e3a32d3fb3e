import type { OwnAssignmentsReply } from "./schema";

/** What the person's branch has set; null for somebody not signed in, and when the server does not answer. */
export async function readOwnAssignments(): Promise<OwnAssignmentsReply | null> {
  const reply = await fetch("/api/v1/me/assignments", { cache: "no-store" });
  return reply.ok ? ((await reply.json()) as OwnAssignmentsReply) : null;
}
