import { apiRoute } from "@/features/access/gates/api";
import { withdrawClaim } from "@/features/projects/mutations/own-claim";
import { findOwnClaim } from "@/features/projects/queries/claims";
import { ownClaimReply, ownClaimOr404 } from "@/features/projects/view";

export const DELETE = apiRoute<{ id: string }>({
  permission: "project.claim",
  handle: async ({ own, now, params: { id } }) => {
    ownClaimOr404(await findOwnClaim(own, id, now));
    const result = await withdrawClaim({ claimId: id, now });
    return ownClaimReply(result, await findOwnClaim(own, id, now));
  },
});
