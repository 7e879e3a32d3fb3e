import type { Resource } from "@/domain/access/types";
import type { TransferKind } from "@/domain/people/transfer";
import { findSide } from "@/features/transfers/queries/find-transfer";
import { db } from "@/lib/db";

export type PlaceResource = Extract<Resource, { kind: "branch" | "organisation" }>;

type Asked = { memberId: string; kind: TransferKind; stayId: string };

/** The place of one dated row of a person, as the permission table sees it; null when the person has no such row. */
export async function findPlaceOfStay({ memberId, kind, stayId }: Asked): Promise<PlaceResource | null> {
  const where = { id: stayId, memberId };
  const placeId =
    kind === "membership"
      ? (await db().membership.findFirst({ where, select: { branchId: true } }))?.branchId
      : (await db().employment.findFirst({ where, select: { organisationId: true } }))?.organisationId;
  return placeId === undefined ? null : findSide(kind, placeId);
}

/** The row of an employment that goes on today without a last day; null when there is none. */
export async function findLastingEmployment(memberId: string, today: string): Promise<string | null> {
  const where = { memberId, since: { lte: today }, until: null };
  return (await db().employment.findFirst({ where, select: { id: true } }))?.id ?? null;
}
