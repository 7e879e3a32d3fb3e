import { apiRoute } from "@/features/access/gates/api";
import { listOwnClaims } from "@/features/projects/queries/claims";
import { claimView } from "@/features/projects/view";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute({
  permission: "project.claim",
  handle: async ({ own, now }) => jsonReply({ claims: (await listOwnClaims(own, now)).map(claimView) }),
});
