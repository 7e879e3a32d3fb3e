import { db } from "@/lib/db";

/** Plain rows for tests of points, recalls and seasons: names are fictitious, everything belongs from long ago. */
const SINCE = "2020-01-01";

export async function addStation(id: string): Promise<void> {
  await db().station.create({ data: { id, name: `示例站${id}` } });
}

export async function addBranch(id: string, stationId: string): Promise<void> {
  await db().branch.create({ data: { id, name: `示例支部${id}`, kind: "joint", stationId } });
}

export async function addOrganisation(id: string, stationId: string): Promise<void> {
  await db().organisation.create({
    data: {
      id,
      kind: "enterprise",
      name: `示例企业${id}`,
      nameKey: `示例企业${id}`,
      shortCode: id.toUpperCase(),
      stationId,
    },
  });
}

export interface NewMember {
  readonly id: string;
  readonly name?: string;
  readonly branchId?: string;
  readonly organisationId?: string;
}

/** An active member, with a place where one is given. */
export async function addMember({ id, name = `王${id}`, branchId, organisationId }: NewMember): Promise<string> {
  await db().member.create({
    data: {
      ...{ id, name, standing: "full", state: "active" },
      ...(branchId ? { memberships: { create: { branchId, since: SINCE } } } : {}),
      ...(organisationId ? { employments: { create: { organisationId, since: SINCE } } } : {}),
    },
  });
  return id;
}

/** Somebody of the committee for the whole zone. */
export async function addStaff(id: string): Promise<void> {
  await addMember({ id });
  await db().roleGrant.create({ data: { memberId: id, role: "committee", scopeKind: "zone", since: SINCE } });
}
