import { apiRoute } from "@/features/access/gates/api";
import { completeClaim } from "@/features/projects/mutations/own-claim";
import { findOwnClaim } from "@/features/projects/queries/claims";
import { completionSchema } from "@/features/projects/schema";
import { ownClaimReply, ownClaimOr404 } from "@/features/projects/view";

export const PUT = apiRoute<{ id: string }, typeof completionSchema>({
  permission: "project.claim",
  body: completionSchema,
  handle: async ({ own, now, params: { id }, body: { text } }) => {
    ownClaimOr404(await findOwnClaim(own, id, now));
    const result = await completeClaim({ claimId: id, text, now });
    return ownClaimReply(result, await findOwnClaim(own, id, now));
  },
});
