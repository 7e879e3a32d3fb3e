import type { Resource } from "@/domain/access/types";
import { officerOf, type TransferKind, type TransferState } from "@/domain/people/transfer";
import { normaliseName } from "@/domain/people/name";
import { covering } from "@/features/access/queries";
import { findBranchResource } from "@/features/branches/queries";
import { loginKeyOf } from "@/features/members/queries";
import { findOrganisationResource } from "@/features/organisations/queries";
import { db, type Tx } from "@/lib/db";
import type { Transfer } from "../types";
import type { Sides } from "../view";

type PlaceResource = Extract<Resource, { kind: "branch" | "organisation" }>;

export const toTransfer = <Row extends { kind: string; state: string }>(row: Row) => ({
  ...row,
  kind: row.kind as TransferKind,
  state: row.state as TransferState,
});

/** A request with its two sides; null when there is none. */
export async function findTransferSides(id: string): Promise<{ transfer: Transfer; sides: Sides } | null> {
  const row = await db().transfer.findUnique({ where: { id } });
  if (!row) return null;
  const transfer = toTransfer(row);
  const { kind, fromId, toId } = transfer;
  const [from, to] = await Promise.all([fromId === null ? null : findSide(kind, fromId), findSide(kind, toId)]);
  return { transfer, sides: { from, to } };
}

/** One side as the permission table sees it; null when there is none. */
export function findSide(kind: TransferKind, id: string): Promise<PlaceResource | null> {
  return kind === "membership" ? findBranchResource(id) : findOrganisationResource(id);
}

/** Where the person belongs or works on a day; null for nowhere. */
export async function findPlaceOn(tx: Tx, input: { memberId: string; kind: TransferKind; day: string }) {
  const { memberId, kind, day } = input;
  const where = { memberId, ...covering(day) };
  const row =
    kind === "membership"
      ? await tx.membership.findFirst({ where, select: { branchId: true } })
      : await tx.employment.findFirst({ where, select: { organisationId: true } });
  if (!row) return null;
  return "branchId" in row ? row.branchId : row.organisationId;
}

/** The two sides of a move asked for now: where the person is on its day, and where they go. */
export async function findSides(input: { memberId: string; kind: TransferKind; toId: string; since: string }) {
  const { memberId, kind, toId, since } = input;
  const fromId = await findPlaceOn(db(), { memberId, kind, day: since });
  const [from, to] = await Promise.all([fromId === null ? null : findSide(kind, fromId), findSide(kind, toId)]);
  return { from, to };
}

/** The person whose name and login both fit, as typed; null says nothing about which of the two did not. */
export async function findByNameAndLogin(name: string, login: string): Promise<string | null> {
  const hash = loginKeyOf(login);
  if (hash === null) return null;
  const row = await db().login.findUnique({
    where: { hash },
    select: { member: { select: { id: true, name: true, state: true } } },
  });
  return row && row.member.name === normaliseName(name) && row.member.state !== "left" ? row.member.id : null;
}

type Side = { kind: TransferKind; placeId: string; today: string; exceptId: string };

/** `as`: each works at a desk of its own. */
export type Speakers = { as: "officers" | "committee"; memberIds: string[] };

/**
 * Who is asked to assent for a side: its officers in force, without the person who moves; where there is none, the
 * committee of the station and of the zone.
 */
export async function findSpeakers(tx: Tx, { kind, placeId, today, exceptId }: Side): Promise<Speakers> {
  const inForce = { revokedAt: null, ...covering(today), member: { state: "active", id: { not: exceptId } } };
  const officers = await tx.roleGrant.findMany({
    where: { role: officerOf(kind), scopeId: placeId, ...inForce },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  if (officers.length > 0) return { as: "officers", memberIds: officers.map((row) => row.memberId) };
  const asked = { where: { id: placeId }, select: { stationId: true } };
  const place = kind === "membership" ? await tx.branch.findUnique(asked) : await tx.organisation.findUnique(asked);
  const committee = await tx.roleGrant.findMany({
    where: { role: "committee", scopeId: { in: ["", place?.stationId ?? ""] }, ...inForce },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  return { as: "committee", memberIds: committee.map((row) => row.memberId) };
}

/** The name of a place of either kind. */
export async function findPlaceName(tx: Tx, kind: TransferKind, id: string): Promise<string> {
  const asked = { where: { id }, select: { name: true } };
  const place = kind === "membership" ? await tx.branch.findUnique(asked) : await tx.organisation.findUnique(asked);
  return place?.name ?? "已撤销的单位";
}
