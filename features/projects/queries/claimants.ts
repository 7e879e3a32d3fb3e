import { can, grantsFor } from "@/domain/access/can";
import type { Actor, Resource } from "@/domain/access/types";
import type { ClaimantKind } from "@/domain/projects/claims";
import { getActor } from "@/features/access/queries";
import type { OwnScope } from "@/features/access/types";
import { findBranchResource } from "@/features/branches/queries";
import { findOrganisationResource } from "@/features/organisations/queries";
import { db } from "@/lib/db";

/** In whose name a person may claim: the own, and that of each branch and organisation they speak for. */
export type ClaimantChoice = { kind: ClaimantKind; id: string; name: string };

export async function listClaimants(own: OwnScope, now: Date): Promise<ClaimantChoice[]> {
  const actor = await getActor(own.memberId, now);
  const places = spokenFor(actor);
  const asked = (kind: ClaimantKind) => ({
    where: { id: { in: places.filter((place) => place.kind === kind).map(({ id }) => id) }, state: "active" },
    select: { id: true, name: true },
    orderBy: { name: "asc" as const },
  });
  const [branches, organisations] = await Promise.all([
    db().branch.findMany(asked("branch")),
    db().organisation.findMany(asked("organisation")),
  ]);
  return [
    { kind: "member", id: own.memberId, name: "我自己" },
    ...branches.map((row) => ({ ...row, kind: "branch" as const })),
    ...organisations.map((row) => ({ ...row, kind: "organisation" as const })),
  ];
}

function spokenFor(actor: Actor): { kind: "branch" | "organisation"; id: string }[] {
  return grantsFor(actor, "project.claim-for").flatMap(({ scopeKind, scopeId }) =>
    scopeKind === "branch" || scopeKind === "organisation" ? [{ kind: scopeKind, id: scopeId }] : [],
  );
}

/** May this person act for the claimant today? Nobody but oneself in the own name; for a place, whoever speaks for it. */
export async function speaksFor(
  own: OwnScope,
  { kind, id }: { kind: ClaimantKind; id: string },
  now: Date,
): Promise<boolean> {
  if (kind === "member") return id === own.memberId;
  const place: Resource | null = kind === "branch" ? await findBranchResource(id) : await findOrganisationResource(id);
  return place !== null && can(await getActor(own.memberId, now), "project.claim-for", place);
}

/** The claimants for whom this person acts, for the list of claims. */
export async function listOwnPlaces(own: OwnScope, now: Date): Promise<string[]> {
  return spokenFor(await getActor(own.memberId, now)).map(({ id }) => id);
}
