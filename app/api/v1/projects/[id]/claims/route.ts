import { apiRoute } from "@/features/access/gates/api";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { speaksFor } from "@/features/projects/queries/claimants";
import { findOwnClaim } from "@/features/projects/queries/claims";
import { claimProjectSchema } from "@/features/projects/schema";
import { claimView } from "@/features/projects/view";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";

export const POST = apiRoute<{ id: string }, typeof claimProjectSchema>({
  permission: "project.claim",
  body: claimProjectSchema,
  handle: async ({ own, now, params, body: { as, placeId } }) => {
    const claimant = { kind: as, id: as === "member" ? own.memberId : placeId };
    if (!(await speaksFor(own, claimant, now))) throw new AppError("not-found", "没有这个支部或单位，没有认领。");
    const result = await claimProject({ projectId: params.id, claimant, memberId: own.memberId, now });
    if (!result.ok && result.reason === "unknown") throw new AppError("not-found", "没有这个项目。");
    if (!result.ok) throw new AppError("conflict", "这个项目已经结束，没有认领上。看看别的项目。");
    const claim = await findOwnClaim(own, result.claimId, now);
    if (!claim) throw new AppError("not-found", "没有这份认领。");
    return jsonReply(claimView(claim), result.isNew ? 201 : 200);
  },
});
