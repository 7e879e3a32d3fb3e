import { apiRoute } from "@/features/access/gates/api";
import { lookAtContact } from "@/features/projects/mutations/look-at-contact";
import { findOwnClaim } from "@/features/projects/queries/claims";
import { contactView, ownClaimOr404 } from "@/features/projects/view";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";

export const POST = apiRoute<{ id: string }>({
  permission: "project.claim",
  handle: async ({ own, now, params: { id } }) => {
    ownClaimOr404(await findOwnClaim(own, id, now));
    const result = await lookAtContact({ claimId: id, memberId: own.memberId, now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    return jsonReply(contactView(result.contact));
  },
});
