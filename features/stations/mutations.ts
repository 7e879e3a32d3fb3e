import { businessDateOf } from "@/domain/calendar/shanghai";
import { normaliseName } from "@/domain/people/name";
import { tellRemaining } from "@/domain/people/remaining";
import { audit } from "@/features/audit/mutations";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { findRemaining } from "./queries";

export type StationResult = { ok: true; id: string } | { ok: false; field: "name"; detail: string };

/** Who acts on which station, as they saw it. */
type Act = { id: string; version: number; actorId: string | null; now: Date };

export type StationEditResult =
  | { ok: true }
  | { ok: false; reason: "name" | "remaining"; detail: string }
  /** Somebody else was quicker, or the station is not there. */
  | { ok: false; reason: "stale" }
  | { ok: false; reason: "gone" };

type State = "active" | "closed";

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

/**
 * Name and place on lists (1 is the first) of a station as it was read with `version`. The others move up or down;
 * closed ones keep their number. The same values again change nothing. Audited.
 */
export async function editStation(input: Act & { name: string; position: number }): Promise<StationEditResult> {
  const { id, version, position, actorId, now } = input;
  const name = normaliseName(input.name);
  try {
    return await inTransaction(async (tx) => {
      const order = await tx.station.findMany({
        where: { OR: [{ state: "active" }, { id }] },
        orderBy: [{ sort: "asc" }, { name: "asc" }],
        select: { id: true, name: true, sort: true },
      });
      const station = order.find((one) => one.id === id);
      if (!station) return { ok: false, reason: "gone" } as const;
      const before = { name: station.name, position: order.indexOf(station) + 1 };
      const after = { name, position: Math.min(Math.max(position, 1), order.length) };
      const isMoved = before.position !== after.position;
      if (before.name === after.name && !isMoved) return { ok: true } as const;
      if (!(await raise(tx, { id, version }, { name }))) return { ok: false, reason: "stale" } as const;
      if (isMoved) await reorder(tx, order, { id, index: after.position - 1 });
      const detail = { before, after, version: version + 1 };
      await audit(tx, { actorId, action: "station.edit", subjectKind: "station", subjectId: id, detail, now });
      return { ok: true } as const;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, reason: "name", detail: `已经有“${name}”了，没有改名。` };
  }
}

async function reorder(
  tx: Tx,
  order: readonly { id: string; sort: number }[],
  { id, index }: { id: string; index: number },
): Promise<void> {
  const others = order.filter((one) => one.id !== id);
  const moved = order.filter((one) => one.id === id);
  const wanted = [...others.slice(0, index), ...moved, ...others.slice(index)];
  for (const [sort, one] of wanted.entries()) {
    if (one.sort !== sort) await tx.station.update({ where: { id: one.id }, data: { sort } });
  }
}

/**
 * Closes a station when it has no organisation, no branch and nobody in office over it, and opens it again. A closed one
 * is offered nowhere and keeps its history. Saying again what holds already changes nothing. Audited.
 */
export function setStationState(input: Act & { state: State }): Promise<StationEditResult> {
  const { id, version, state, actorId, now } = input;
  return inTransaction(async (tx) => {
    const before = await tx.station.findUnique({ where: { id }, select: { state: true } });
    if (!before) return { ok: false, reason: "gone" } as const;
    if (before.state === state) return { ok: true } as const;
    // The row is locked by this: what is to be put into the station waits, and then finds it closed.
    if (!(await raise(tx, { id, version }, { state }))) return { ok: false, reason: "stale" } as const;
    const remaining = state === "closed" ? tellRemaining(await findRemaining(tx, id, businessDateOf(now))) : "";
    if (remaining !== "") throw new Occupied(remaining);
    const detail = { before, after: { state }, version: version + 1 };
    const action = state === "closed" ? "station.close" : "station.reopen";
    await audit(tx, { actorId, action, subjectKind: "station", subjectId: id, detail, now });
    return { ok: true } as const;
  }).catch((error: unknown) => {
    if (!(error instanceof Occupied)) throw error;
    return { ok: false, reason: "remaining", detail: `没有关闭，站里还有${error.remaining}。` } as const;
  });
}

/** Leaving a transaction by an error rolls it back. */
class Occupied extends Error {
  readonly remaining: string;
  constructor(remaining: string) {
    super("occupied");
    this.remaining = remaining;
  }
}

/** Writes and raises the version when it is still the one that was read. Locks the row. */
async function raise(
  tx: Tx,
  where: { id: string; version: number },
  data: { name?: string; state?: State },
): Promise<boolean> {
  return (await tx.station.updateMany({ where, data: { ...data, version: { increment: 1 } } })).count === 1;
}

/** Locks a station in which something is to be put, until the end of the transaction; false when it is not open. */
export async function lockOpenStation(tx: Tx, id: string): Promise<boolean> {
  return (await tx.station.updateMany({ where: { id, state: "active" }, data: { id } })).count === 1;
}
