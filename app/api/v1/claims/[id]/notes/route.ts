import { apiRoute } from "@/features/access/gates/api";
import { noteOnClaim } from "@/features/projects/mutations/own-claim";
import { findOwnClaim } from "@/features/projects/queries/claims";
import { noteSchema } from "@/features/projects/schema";
import { ownClaimReply, ownClaimOr404 } from "@/features/projects/view";

export const POST = apiRoute<{ id: string }, typeof noteSchema>({
  permission: "project.claim",
  body: noteSchema,
  handle: async ({ own, now, params: { id }, body }) => {
    ownClaimOr404(await findOwnClaim(own, id, now));
    const result = await noteOnClaim({ claimId: id, ...body, now });
    return ownClaimReply(result, await findOwnClaim(own, id, now));
  },
});
