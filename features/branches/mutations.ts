import { normaliseName } from "@/domain/people/name";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";

export type BranchResult =
  { ok: true; id: string } | { ok: false; field: "name" | "stationId" | "hostOrganisationId"; detail: string };

export type NewBranch = {
  /** A fixed id, for seeds. */
  id?: string;
  name: string;
  /** The organisation that hosts it; null makes a joint branch, which takes members of several. */
  hostOrganisationId: string | null;
  stationId: string;
  actorId: string | null;
  now: Date;
};

/**
 * A new 党支部. A hosted branch stands in its host's station, whatever station was named. The same name twice at one
 * station is taken for a double tap and refused; audited.
 */
export function createBranch(input: NewBranch): Promise<BranchResult> {
  const name = normaliseName(input.name);
  return inTransaction(async (tx) => {
    const place = await placeOf(tx, input);
    if ("ok" in place) return place;
    // Locks the station, so that of two taps at once the second one sees the branch of the first.
    await tx.station.update({ where: { id: place.stationId }, data: { id: place.stationId } });
    if ((await tx.branch.count({ where: { name, stationId: place.stationId } })) > 0) {
      return { ok: false, field: "name", detail: `这个工作站已经有“${name}”了，没有重复建立。` } as const;
    }
    return { ok: true, id: await insert(tx, { ...input, ...place, name }) } as const;
  });
}

async function placeOf(
  tx: Tx,
  { hostOrganisationId, stationId }: NewBranch,
): Promise<{ stationId: string } | Extract<BranchResult, { ok: false }>> {
  if (hostOrganisationId === null) {
    const known = await tx.station.count({ where: { id: stationId } });
    return known > 0 ? { stationId } : { ok: false, field: "stationId", detail: "没有这个工作站，请重新选择。" };
  }
  const host = await tx.organisation.findUnique({ where: { id: hostOrganisationId }, select: { stationId: true } });
  return host ?? { ok: false, field: "hostOrganisationId", detail: "没有这个组织，请重新选择。" };
}

async function insert(tx: Tx, input: NewBranch): Promise<string> {
  const { name, hostOrganisationId, stationId, actorId, now } = input;
  const kind = hostOrganisationId === null ? "joint" : "hosted";
  const data = { ...(input.id ? { id: input.id } : {}), name, kind, hostOrganisationId, stationId, createdAt: now };
  const { id } = await tx.branch.create({ data, select: { id: true } });
  await audit(tx, {
    actorId,
    action: "branch.create",
    subjectKind: "branch",
    subjectId: id,
    detail: { name, kind, hostOrganisationId, stationId },
    now,
  });
  return id;
}
