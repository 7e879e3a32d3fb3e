import type { Resource } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { BranchScope, OrganisationScope, OwnScope, ZoneScope } from "@/features/access/types";
import { getMemberResource } from "@/features/members/queries";
import { db, type Prisma } from "@/lib/db";
import type { Transfer } from "../types";
import type { ListedTransfer } from "../view";
import { findSide, toTransfer } from "./find-transfer";

export type TransferScope = BranchScope | OrganisationScope | ZoneScope | OwnScope;

const PAGE_LENGTH = 50;
const RECENT = 20;

/** Requests that are open, the oldest first, at most fifty; and how many there are. */
export async function listOpenTransfers(
  scope: TransferScope,
  now: Date,
): Promise<{ total: number; rows: ListedTransfer[] }> {
  const where = { state: "open", ...(await concerning(scope)) };
  const [total, rows] = await Promise.all([
    db().transfer.count({ where }),
    db().transfer.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: PAGE_LENGTH }),
  ]);
  return { total, rows: await withNames(rows.map(toTransfer), now) };
}

const aheadOn = (now: Date) => ({ state: "done", since: { gt: businessDateOf(now) } });

/** Agreed on, with the first day to come: the next one first, at most fifty. */
export async function listAgreedTransfers(scope: TransferScope, now: Date): Promise<ListedTransfer[]> {
  const rows = await db().transfer.findMany({
    where: { ...aheadOn(now), ...(await concerning(scope)) },
    orderBy: [{ since: "asc" }, { id: "asc" }],
    take: PAGE_LENGTH,
  });
  return withNames(rows.map(toTransfer), now);
}

/** The twenty that ended last, without those whose first day is to come. */
export async function listEndedTransfers(scope: TransferScope, now: Date): Promise<ListedTransfer[]> {
  const rows = await db().transfer.findMany({
    where: { state: { not: "open" }, NOT: aheadOn(now), ...(await concerning(scope)) },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
    take: RECENT,
  });
  return withNames(rows.map(toTransfer), now);
}

/** How many open requests the scope has to do with: for the sentences on the consoles' first pages. */
export async function countOpenTransfers(scope: TransferScope): Promise<number> {
  return db().transfer.count({ where: { state: "open", ...(await concerning(scope)) } });
}

/** What is open about one person or agreed on with its first day to come, whatever the scope: for the person's page. */
export async function listTransfersAhead(memberId: string, now: Date): Promise<ListedTransfer[]> {
  const where = { memberId, OR: [{ state: "open" }, aheadOn(now)] };
  const rows = await db().transfer.findMany({ where, orderBy: { createdAt: "asc" } });
  return withNames(rows.map(toTransfer), now);
}

async function concerning(scope: TransferScope): Promise<Prisma.TransferWhereInput> {
  if ("memberId" in scope) return { memberId: scope.memberId };
  if ("branchId" in scope) return atEither("membership", [scope.branchId]);
  if ("organisationId" in scope) return atEither("employment", [scope.organisationId]);
  const { stationId } = scope;
  if (stationId === null) return {};
  const asked = { where: { stationId }, select: { id: true } } as const;
  const [branches, organisations] = await Promise.all([db().branch.findMany(asked), db().organisation.findMany(asked)]);
  const ids = [...branches, ...organisations].map((row) => row.id);
  return { OR: [{ fromId: { in: ids } }, { toId: { in: ids } }] };
}

function atEither(kind: string, ids: string[]): Prisma.TransferWhereInput {
  return { kind, OR: [{ fromId: { in: ids } }, { toId: { in: ids } }] };
}

async function withNames(rows: Transfer[], now: Date): Promise<ListedTransfer[]> {
  const people = [...new Set(rows.flatMap((row) => [row.memberId, row.requestedById]))];
  const places = [...new Set(rows.flatMap((row) => [row.toId, ...(row.fromId ? [row.fromId] : [])]))];
  const asked = (ids: string[]) => ({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const found = await Promise.all([
    db().member.findMany(asked(people)),
    db().branch.findMany(asked(places)),
    db().organisation.findMany(asked(places)),
  ]);
  const names = new Map(found.flat().map((row) => [row.id, row.name]));
  return Promise.all(rows.map((row) => listed(row, names, now)));
}

async function listed(row: Transfer, names: ReadonlyMap<string, string>, now: Date): Promise<ListedTransfer> {
  const nameOf = (id: string) => names.get(id) ?? "已撤销的单位";
  const [from, to, person] = await Promise.all([
    row.fromId === null ? null : findSide(row.kind, row.fromId),
    findSide(row.kind, row.toId),
    getMemberResource(row.memberId, now) as Promise<Resource>,
  ]);
  return {
    ...row,
    ...{ name: nameOf(row.memberId), requester: nameOf(row.requestedById), to: nameOf(row.toId) },
    from: row.fromId === null ? null : nameOf(row.fromId),
    ...{ sides: { from, to }, person },
  };
}

/** The names of a scope's open places of a kind, to help in typing. */
export async function listTargetNames(kind: Transfer["kind"], { stationId }: ZoneScope): Promise<string[]> {
  const asked = {
    where: { state: "active", ...(stationId === null ? {} : { stationId }) },
    select: { name: true },
    orderBy: { name: "asc" as const },
  };
  const rows = kind === "membership" ? await db().branch.findMany(asked) : await db().organisation.findMany(asked);
  return rows.map((row) => row.name);
}
