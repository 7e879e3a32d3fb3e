import type { BranchScope, OrganisationScope, ZoneScope } from "@/features/access/types";
import { db, type Prisma } from "@/lib/db";
import { listServed } from "./duty-list";
import type { DutyRow } from "./organisation-year";

/** Whose duties may be read: those of a branch's organisations, of one organisation, of a station or of the zone. */
export type DutyScope = BranchScope | OrganisationScope | ZoneScope;

/** The condition that keeps a query within the scope. */
export async function within(scope: DutyScope, today: string): Promise<Prisma.DutyWhereInput> {
  if ("branchId" in scope) return { organisationId: { in: await listServed(scope, today) } };
  if ("organisationId" in scope) return { organisationId: scope.organisationId };
  return scope.stationId === null ? {} : { organisation: { stationId: scope.stationId } };
}

export type NamedDuty = DutyRow & { organisation: { name: string; state: string } };

const NAMED = { organisation: { select: { name: true, state: true } } } as const;
const NEAREST = [
  { dueOn: "asc" },
  { title: "asc" },
  { id: "asc" },
] as const satisfies Prisma.DutyOrderByWithRelationInput[];
/** More than any branch has in a year. */
const MOST = 1_000;

/** What is asked in a year within a branch or an organisation, the nearest day first. */
export async function listDuties(
  scope: BranchScope | OrganisationScope,
  { year, today }: { year: string; today: string },
): Promise<NamedDuty[]> {
  return db().duty.findMany({
    where: { ...(await within(scope, today)), year, state: { not: "dropped" } },
    orderBy: [...NEAREST],
    take: MOST,
    include: NAMED,
  });
}

/** So many rows that the workbook can be brought in again, which takes 20,000 with its other sheets. */
const MOST_TAKEN = 18_000;

/** What is asked of the open organisations of a station or of the zone in a year, by organisation and day. */
export function listYearOf({ stationId }: ZoneScope, year: string): Promise<NamedDuty[]> {
  return db().duty.findMany({
    where: {
      ...{ year, state: { not: "dropped" } },
      organisation: { state: "active", ...(stationId === null ? {} : { stationId }) },
    },
    orderBy: [{ organisation: { name: "asc" } }, ...NEAREST],
    take: MOST_TAKEN,
    include: NAMED,
  });
}

/** One duty within the scope; null when it has none of that id. */
export async function findDuty(scope: DutyScope, id: string, today: string): Promise<NamedDuty | null> {
  const where = { AND: [await within(scope, today)], id, state: { not: "dropped" } };
  return db().duty.findFirst({ where, include: NAMED });
}

/** The organisation of a duty: what a permission is decided on; null when there is none. */
export async function findDutyOrganisation(id: string): Promise<string | null> {
  const row = await db().duty.findUnique({ where: { id }, select: { organisationId: true } });
  return row?.organisationId ?? null;
}

/** What waits for somebody's confirmation, the oldest first; never what the reader reported. */
export async function listReported(scope: DutyScope, readerId: string, today: string): Promise<NamedDuty[]> {
  return db().duty.findMany({
    where: { AND: [await within(scope, today), notOwn(readerId)], state: "done" },
    orderBy: [{ doneAt: "asc" }, { id: "asc" }],
    take: 100,
    include: NAMED,
  });
}

/** `not` alone leaves out what nobody reported. */
const notOwn = (readerId: string) => ({ OR: [{ doneById: null }, { doneById: { not: readerId } }] });

export async function countReported(scope: DutyScope, readerId: string, today: string): Promise<number> {
  return db().duty.count({ where: { AND: [await within(scope, today), notOwn(readerId)], state: "done" } });
}
