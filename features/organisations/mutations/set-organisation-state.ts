import { businessDateOf } from "@/domain/calendar/shanghai";
import { tellRemaining } from "@/domain/people/remaining";
import { audit } from "@/features/audit/mutations";
import { lockOpenStation } from "@/features/stations/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { findRemaining } from "../queries";

export type OrganisationStateResult =
  | { ok: true }
  | { ok: false; reason: "remaining" | "station"; detail: string }
  /** Somebody else was quicker, or the organisation is not there. */
  | { ok: false; reason: "stale" }
  | { ok: false; reason: "gone" };

type Input = { id: string; version: number; state: "active" | "closed"; actorId: string | null; now: Date };

/**
 * Closes an organisation when nobody works there, no open branch stands in it, nobody is in office over it and no move
 * to it waits; opens it again while its station is open. A closed one is offered nowhere and keeps its history. Saying
 * again what holds already changes nothing. Audited.
 */
export function setOrganisationState(input: Input): Promise<OrganisationStateResult> {
  return inTransaction((tx) => set(tx, input)).catch((error: unknown) => {
    if (!(error instanceof Occupied)) throw error;
    return { ok: false, reason: "remaining", detail: error.message } as const;
  });
}

/** Leaving a transaction by an error rolls it back. */
class Occupied extends Error {}

async function set(tx: Tx, { id, version, state, actorId, now }: Input): Promise<OrganisationStateResult> {
  const row = await tx.organisation.findUnique({ where: { id }, select: { state: true, stationId: true } });
  if (!row) return { ok: false, reason: "gone" };
  if (row.state === state) return { ok: true };
  if (state === "active" && !(await lockOpenStation(tx, row.stationId))) {
    return {
      ok: false,
      reason: "station",
      detail: "它所在的工作站已经关闭，没有恢复。先恢复工作站，或把它移到别的站。",
    };
  }
  // The row is locked by this: whoever is to be employed here waits, and then finds it closed.
  const where = { id, version };
  const { count } = await tx.organisation.updateMany({ where, data: { state, version: { increment: 1 } } });
  if (count === 0) return { ok: false, reason: "stale" };
  const remaining = state === "closed" ? tellRemaining(await findRemaining(tx, id, businessDateOf(now))) : "";
  if (remaining !== "") throw new Occupied(`没有关闭，这里还有${remaining}。`);
  const action = state === "closed" ? "organisation.close" : "organisation.reopen";
  const detail = { before: { state: row.state }, after: { state }, version: version + 1 };
  await audit(tx, { actorId, action, subjectKind: "organisation", subjectId: id, detail, now });
  return { ok: true };
}

/** Locks an organisation that takes somebody in, until the end of the transaction; false when it is not open. */
export async function lockOpenOrganisation(tx: Tx, id: string): Promise<boolean> {
  return (await tx.organisation.updateMany({ where: { id, state: "active" }, data: { id } })).count === 1;
}
