import { grantsHeld } from "@/domain/access/terms";
import type { Resource, Role } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { maskLogin } from "@/domain/people/login";
import { covering, inStation } from "@/features/access/queries";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { openText } from "@/lib/crypto";
import { db, type Prisma } from "@/lib/db";
import type { InviteeFilter } from "../schema";

/** Somebody on the list who has not come in yet. */
export type Invitee = {
  id: string;
  name: string;
  branch: string;
  organisation: string;
  /** Masked: 138****1234, a work number whole. */
  login: string;
  /** Until when the link given last opens; null without one. */
  validUntil: Date | null;
  /** What a permission about the person is decided on. */
  resource: Extract<Resource, { kind: "member" }>;
};

export type InviteeCount = { all: number; withLink: number };

/** How many of those counted the choice of links leaves. */
export function chosenBy({ link }: InviteeFilter, { all, withLink }: InviteeCount): number {
  switch (link) {
    case "all":
      return all;
    case "with":
      return withLink;
    case "without":
      return all - withLink;
  }
}

const openLink = (now: Date) => ({ consumedAt: null, revokedAt: null, expiresAt: { gt: now } });

/** Those whom the filter chooses, in the order of their names: 50 a page for looking, more for issuing. */
export async function listInvitees(
  scope: BranchScope | ZoneScope,
  filter: InviteeFilter,
  { now, skip = 0, take }: { now: Date; skip?: number; take: number },
): Promise<Invitee[]> {
  const today = businessDateOf(now);
  const rows = await db().member.findMany({
    where: chosen(scope, filter, now),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip,
    take,
    select: columns(today, now),
  });
  return rows.map((row) => toInvitee(row, today));
}

/** How many the filter chooses, and how many of them hold a link that still opens. */
export async function countInvitees(
  scope: BranchScope | ZoneScope,
  filter: InviteeFilter,
  now: Date,
): Promise<InviteeCount> {
  const where = chosen(scope, { ...filter, link: "all" }, now);
  const [all, withLink] = await Promise.all([
    db().member.count({ where }),
    db().member.count({ where: { AND: [where, { invitations: { some: openLink(now) } }] } }),
  ]);
  return { all, withLink };
}

function chosen(scope: BranchScope | ZoneScope, filter: InviteeFilter, now: Date): Prisma.MemberWhereInput {
  const today = covering(businessDateOf(now));
  const conditions: Prisma.MemberWhereInput[] = [
    "branchId" in scope ? inBranch(scope.branchId, today) : inStation(scope.stationId, today),
  ];
  if (filter.stationId !== "") conditions.push(inStation(filter.stationId, today));
  if (filter.branchId !== "") conditions.push(inBranch(filter.branchId, today));
  if (filter.organisationId !== "") {
    conditions.push({ employments: { some: { organisationId: filter.organisationId, ...today } } });
  }
  if (filter.link === "without") conditions.push({ invitations: { none: openLink(now) } });
  if (filter.link === "with") conditions.push({ invitations: { some: openLink(now) } });
  return { state: "invited", AND: conditions };
}

type Today = ReturnType<typeof covering>;

function inBranch(branchId: string, today: Today): Prisma.MemberWhereInput {
  return { memberships: { some: { branchId, ...today } } };
}

const PLACE = { select: { id: true, name: true, stationId: true } } as const;

function columns(today: string, now: Date) {
  const current = covering(today);
  return {
    id: true,
    name: true,
    logins: { orderBy: { createdAt: "asc" }, take: 1, select: { kind: true, cipher: true } },
    roles: { select: { role: true, since: true, until: true, revokedAt: true } },
    memberships: { where: current, take: 1, select: { branch: PLACE } },
    employments: { where: current, take: 1, select: { organisation: PLACE } },
    invitations: { where: openLink(now), orderBy: { expiresAt: "desc" }, take: 1, select: { expiresAt: true } },
  } as const satisfies Prisma.MemberSelect;
}

type Row = Prisma.MemberGetPayload<{ select: ReturnType<typeof columns> }>;

function toInvitee(row: Row, today: string): Invitee {
  const [{ branch } = { branch: null }] = row.memberships;
  const [{ organisation } = { organisation: null }] = row.employments;
  const [login] = row.logins;
  return {
    id: row.id,
    name: row.name,
    branch: branch?.name ?? "",
    organisation: organisation?.name ?? "",
    login: login ? maskLogin(login.kind, openText(login.cipher)) : "",
    validUntil: row.invitations[0]?.expiresAt ?? null,
    resource: resourceOf(row, { branch, organisation, today }),
  };
}

type Place = { id: string; stationId: string } | null;

function resourceOf(
  row: Row,
  { branch, organisation, today }: { branch: Place; organisation: Place; today: string },
): Invitee["resource"] {
  const roles = grantsHeld(
    row.roles.map((grant) => ({ ...grant, revoked: grant.revokedAt !== null })),
    today,
  );
  return {
    kind: "member",
    memberId: row.id,
    roles: roles.map((grant) => grant.role as Role),
    branchId: branch?.id ?? null,
    organisationId: organisation?.id ?? null,
    stationId: (branch ?? organisation)?.stationId ?? null,
  };
}
