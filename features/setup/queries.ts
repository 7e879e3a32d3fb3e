import { businessDateOf } from "@/domain/calendar/shanghai";
import { covering } from "@/features/access/queries";
import { db } from "@/lib/db";

export type ZoneCounts = {
  stations: number;
  organisations: number;
  branches: number;
  members: number;
  committee: number;
  invited: number;
};

/** What stands in the zone today, for the opening checklist. People who left are not counted. */
export async function countZone(now: Date): Promise<ZoneCounts> {
  const present = { state: { not: "left" } };
  const committee = { role: "committee", revokedAt: null, ...covering(businessDateOf(now)) };
  const [stations, organisations, branches, members, committeeMembers, invited] = await Promise.all([
    db().station.count(),
    db().organisation.count({ where: { state: "active" } }),
    db().branch.count({ where: { state: "active" } }),
    db().member.count({ where: { ...present, memberships: { some: covering(businessDateOf(now)) } } }),
    db().member.count({ where: { ...present, roles: { some: committee } } }),
    db().member.count({ where: { state: "invited" } }),
  ]);
  return { stations, organisations, branches, members, committee: committeeMembers, invited };
}

export type Administrator = { id: string; state: string };

/** The members who hold the role of administrator in force, in use or invited, oldest first. */
export function listAdministrators(now: Date): Promise<Administrator[]> {
  const inForce = { role: "administrator", revokedAt: null, ...covering(businessDateOf(now)) };
  return db().member.findMany({
    where: { state: { in: ["active", "invited"] }, roles: { some: inForce } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, state: true },
  });
}
