import { normaliseName } from "@/domain/people/name";
import { audit } from "@/features/audit/mutations";
import { inTransaction, isUniqueViolation } from "@/lib/db";

export type StationResult = { ok: true; id: string } | { ok: false; field: "name"; detail: string };

/** A new 党群工作站 at its place on lists (the central one is 0). Names are unique; audited. */
export async function createStation(input: {
  /** A fixed id, for seeds. */
  id?: string;
  name: string;
  sort: number;
  actorId: string | null;
  now: Date;
}): Promise<StationResult> {
  const { sort, actorId, now } = input;
  const name = normaliseName(input.name);
  try {
    return await inTransaction(async (tx) => {
      const data = { ...(input.id ? { id: input.id } : {}), name, sort, createdAt: now };
      const { id } = await tx.station.create({ data, select: { id: true } });
      await audit(tx, {
        actorId,
        action: "station.create",
        subjectKind: "station",
        subjectId: id,
        detail: { name },
        now,
      });
      return { ok: true, id } as const;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, field: "name", detail: `已经有“${name}”了，没有重复建立。` };
  }
}
