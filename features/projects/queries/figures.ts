import type { ProjectKind } from "@/domain/projects/types";
import type { ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";

export type CountedProject = { kind: ProjectKind; area: string; state: string; isTaken: boolean };

/** Every project of the scope as figures count it. */
export async function listCounted({ stationId }: ZoneScope): Promise<CountedProject[]> {
  const rows = await db().project.findMany({
    where: stationId === null ? {} : { stationId },
    select: {
      ...{ kind: true, area: true, state: true },
      claims: { where: { holderOf: { not: null } }, select: { id: true } },
    },
  });
  return rows.map(({ claims, kind, ...row }) => ({ ...row, kind: kind as ProjectKind, isTaken: claims.length > 0 }));
}
