import type { Resource } from "@/domain/access/types";
import { servingBranch, type Belonging } from "@/domain/duties/serving-branch";
import { groupBy } from "@/domain/grouping";
import type { BranchScope } from "@/features/access/types";
import { db } from "@/lib/db";
import { selectRows, type SqlValue } from "@/lib/db/prepared";

type Row = { organisation_id: string; branch_id: string; people: number | bigint; hosted: number | bigint };

/** Open branches that organisations host, and those to which their people belong today. Takes today four times. */
const BRANCHES = `
  SELECT b.host_organisation_id AS organisation_id, b.id AS branch_id, 0 AS people, 1 AS hosted
  FROM branch b WHERE b.state = 'active' AND b.host_organisation_id IS NOT NULL
  UNION ALL
  SELECT e.organisation_id, s.branch_id, COUNT(DISTINCT e.member_id) AS people, 0 AS hosted
  FROM employment e
  JOIN membership s ON s.member_id = e.member_id AND s.since <= ? AND (s.until IS NULL OR s.until >= ?)
  JOIN branch b ON b.id = s.branch_id AND b.state = 'active'
  JOIN member m ON m.id = e.member_id AND m.state <> 'left'
  WHERE e.since <= ? AND (e.until IS NULL OR e.until >= ?)
  GROUP BY e.organisation_id, s.branch_id`;

async function listBranches(today: string, organisationId: string | null): Promise<Row[]> {
  const only: SqlValue[] = organisationId === null ? [] : [organisationId];
  const where = organisationId === null ? "" : "WHERE organisation_id = ?";
  return selectRows<Row>(`SELECT * FROM (${BRANCHES}) found ${where}`, [today, today, today, today, ...only]);
}

function united(rows: readonly Row[]): Belonging[] {
  const found = new Map<string, Belonging>();
  for (const { branch_id: branchId, people, hosted } of rows) {
    const known = found.get(branchId);
    const isHosted = Number(hosted) === 1 || known?.isHosted === true;
    found.set(branchId, { branchId, isHosted, people: Number(people) + (known?.people ?? 0) });
  }
  return [...found.values()];
}

/** The branch that keeps each organisation's list today; organisations without one are missing. */
export async function listServing(today: string): Promise<ReadonlyMap<string, string>> {
  const byOrganisation = groupBy(await listBranches(today, null), (row) => row.organisation_id);
  return new Map(
    [...byOrganisation].flatMap(([organisationId, rows]) => {
      const branchId = servingBranch(united(rows));
      return branchId === null ? [] : [[organisationId, branchId] as const];
    }),
  );
}

/** The organisations whose lists the branch keeps today. */
export async function listServed({ branchId }: BranchScope, today: string): Promise<string[]> {
  return [...(await listServing(today))].flatMap(([organisationId, serving]) =>
    serving === branchId ? [organisationId] : [],
  );
}

export async function findServing(organisationId: string, today: string): Promise<string | null> {
  return servingBranch(united(await listBranches(today, organisationId)));
}

type DutyListResource = Extract<Resource, { kind: "duty-list" }>;

/** Reached by a grant over the whole zone alone: what somebody is told who asks about an unknown list. */
const NOWHERE: DutyListResource = { kind: "duty-list", organisationId: "", stationId: "", branchId: null };

/** The list of an organisation as the permission table sees it today. */
export async function findDutyList(organisationId: string, today: string): Promise<DutyListResource> {
  const [row, branchId] = await Promise.all([
    db().organisation.findUnique({ where: { id: organisationId }, select: { stationId: true } }),
    findServing(organisationId, today),
  ]);
  return row === null ? NOWHERE : { kind: "duty-list", organisationId, stationId: row.stationId, branchId };
}
