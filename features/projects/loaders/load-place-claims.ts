import "server-only";
import { can } from "@/domain/access/can";
import type { Resource } from "@/domain/access/types";
import { gateBranch, gateOrganisation } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { BranchScope, OpenConsole, OrganisationScope } from "@/features/access/types";
import { findBranchResource } from "@/features/branches/queries";
import { findOrganisationResource } from "@/features/organisations/queries";
import { listPlaceClaims } from "../queries/claims";
import type { ClaimReply } from "../schema";
import { claimView } from "../view";

export type PlaceClaimsPage = {
  who: string;
  place: string;
  path: string;
  claims: ClaimReply[];
  /** Speaks for the place: claims, writes and gives back. A study officer reads. */
  maySpeak: boolean;
};

type Opened = OpenConsole & { scope: BranchScope | OrganisationScope };

async function pageOf(
  { session, scope, actor, grant }: Opened,
  resource: Resource | null,
): Promise<Omit<PlaceClaimsPage, "path">> {
  const [frame, claims] = await Promise.all([findFrame(session.memberId, grant), listPlaceClaims(scope)]);
  return {
    ...frame,
    claims: claims.map(claimView),
    maySpeak: resource !== null && can(actor, "project.claim-for", resource),
  };
}

/** What the branch has claimed, each with its next step. */
export async function loadBranchClaims(): Promise<PlaceClaimsPage> {
  const path = "/branch/projects";
  const opened = await gateBranch(path);
  return { ...(await pageOf(opened, await findBranchResource(opened.scope.branchId))), path };
}

/** The same of an organisation. */
export async function loadOrganisationClaims(): Promise<PlaceClaimsPage> {
  const path = "/branch/organisation/projects";
  const opened = await gateOrganisation(path);
  return { ...(await pageOf(opened, await findOrganisationResource(opened.scope.organisationId))), path };
}
