import { businessDateOf } from "@/domain/calendar/shanghai";
import { tellRemaining } from "@/domain/people/remaining";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { findRemaining } from "../queries";
import { placeBranch } from "./check-branch";

export type BranchStateResult =
  | { ok: true }
  | { ok: false; reason: "remaining" | "place"; detail: string }
  /** Somebody else was quicker, or the branch is not there. */
  | { ok: false; reason: "stale" }
  | { ok: false; reason: "gone" };

type Input = { id: string; version: number; state: "active" | "closed"; actorId: string | null; now: Date };

/**
 * Closes a branch when nobody belongs to it, nobody is in office over it and neither a move nor an application waits; its
 * posters end with it. Opens it again while its station and its host are open. A closed one is offered nowhere and keeps
 * its history. Saying again what holds already changes nothing. Audited.
 */
export function setBranchState(input: Input): Promise<BranchStateResult> {
  return inTransaction((tx) => set(tx, input)).catch((error: unknown) => {
    if (!(error instanceof Occupied)) throw error;
    return { ok: false, reason: "remaining", detail: error.message } as const;
  });
}

/** Leaving a transaction by an error rolls it back. */
class Occupied extends Error {}

async function set(tx: Tx, { id, version, state, actorId, now }: Input): Promise<BranchStateResult> {
  const row = await tx.branch.findUnique({ where: { id } });
  if (!row) return { ok: false, reason: "gone" };
  if (row.state === state) return { ok: true };
  const placed = state === "active" ? await placeBranch(tx, row) : null;
  if (placed?.ok === false) return { ok: false, reason: "place", detail: `没有恢复：${placed.detail}` };
  // The row is locked by this: whoever is to join waits, and then finds it closed.
  const data = { state, version: { increment: 1 } };
  if ((await tx.branch.updateMany({ where: { id, version }, data })).count === 0) return { ok: false, reason: "stale" };
  if (state === "closed") await empty(tx, id, now);
  const action = state === "closed" ? "branch.close" : "branch.reopen";
  const detail = { before: { state: row.state }, after: { state }, version: version + 1 };
  await audit(tx, { actorId, action, subjectKind: "branch", subjectId: id, detail, now });
  return { ok: true };
}

async function empty(tx: Tx, branchId: string, now: Date): Promise<void> {
  const remaining = tellRemaining(await findRemaining(tx, branchId, businessDateOf(now)));
  if (remaining !== "") throw new Occupied(`没有关闭，支部里还有${remaining}。`);
  await tx.joinCode.updateMany({ where: { branchId, revokedAt: null }, data: { revokedAt: now } });
}

/** Locks a branch that takes somebody in, until the end of the transaction; false when it is not open. */
export async function lockOpenBranch(tx: Tx, id: string): Promise<boolean> {
  return (await tx.branch.updateMany({ where: { id, state: "active" }, data: { id } })).count === 1;
}
