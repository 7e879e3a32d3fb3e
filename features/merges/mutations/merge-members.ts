import { audit } from "@/features/audit/mutations";
import { closeOpenAttempts } from "@/features/attempts/mutations/close-open-attempts";
import { moveCertificates } from "@/features/certificates/mutations/move-certificates";
import { lockMember } from "@/features/members/mutations/lock-member";
import { notify } from "@/features/notices/mutations";
import { moveClaims } from "@/features/projects/mutations/move-claims";
import { inTransaction, type Tx } from "@/lib/db";
import type { Pair } from "../types";
import { joinAccounts, moveAccess, moveRoles, moveWords } from "./move-account";
import { movePoints, moveSeasons } from "./move-points";
import { moveStays, moveTransfers } from "./move-relations";
import { moveAnswers, moveAssignments, renewSums } from "./move-study";

export type MergeResult = { ok: true; lost: number } | { ok: false; detail: string };

/** A life of study in one transaction: some hundred statements, whatever the number of rows. */
const TIMEOUT_MS = 30_000;
/** An attempt begun while the others were being closed. */
const TRIES = 3;

type Merge = Pair & { actorId: string; now: Date };

/**
 * Makes two accounts of one person one, all of it or nothing. What the other account did belongs to the kept one: points
 * by reversal and re-entry, attempts with their receipts, recalls, results, races, roles, logins, dated rows without
 * overlaps. The other account has left the zone; its audit stays where it is. Attempts left open there are closed first
 * with what was saved. The same merge again changes nothing. Audited on both.
 */
export async function mergeMembers(merge: Merge): Promise<MergeResult> {
  if (merge.keptId === merge.goneId) return { ok: false, detail: "两边是同一个账号，没有合并。" };
  for (let tries = 0; tries < TRIES; tries += 1) {
    await closeOpenAttempts({ memberId: merge.goneId, now: merge.now });
    try {
      return await inTransaction((tx) => mergeIn(tx, merge), { timeout: TIMEOUT_MS });
    } catch (error) {
      if (!(error instanceof StillOpen)) throw error;
    }
  }
  return { ok: false, detail: "要并掉的账号正在答题，没有合并。请等他交卷，或先停用那个账号，再合并。" };
}

/** Leaves the transaction, so that the attempt is closed before anything moves. */
class StillOpen extends Error {}

async function mergeIn(tx: Tx, { keptId, goneId, actorId, now }: Merge): Promise<MergeResult> {
  const gone = await tx.member.findUnique({ where: { id: goneId }, select: { mergedIntoId: true } });
  if (gone?.mergedIntoId === keptId) return { ok: true, lost: 0 };
  // In one order whoever merges, so that two merges do not wait for one another.
  for (const memberId of [keptId, goneId].sort()) {
    if (!(await lockMember(tx, memberId))) return { ok: false, detail: "有一边已转出、已合并或不存在，没有合并。" };
  }
  const kept = await tx.member.findUniqueOrThrow({ where: { id: keptId }, select: { state: true } });
  if (kept.state === "inactive")
    return { ok: false, detail: "要留下的账号停用了，没有合并。请先恢复它，或留下另一个。" };
  const pair = { keptId, goneId };
  if ((await moveAnswers(tx, pair)).isOpen) throw new StillOpen();
  await moveAssignments(tx, pair);
  const { lost } = await movePoints(tx, { ...pair, now });
  await moveSeasons(tx, pair);
  await moveCertificates(tx, { ...pair, now });
  await moveClaims(tx, { ...pair, now });
  await moveStays(tx, pair);
  await moveTransfers(tx, { ...pair, actorId, now });
  await renewSums(tx, pair);
  await moveAccess(tx, { ...pair, now });
  await moveRoles(tx, { ...pair, now });
  await moveWords(tx, pair);
  await joinAccounts(tx, { ...pair, now });
  await tell(tx, { keptId, goneId, actorId, now });
  return { ok: true, lost };
}

async function tell(tx: Tx, { keptId, goneId, actorId, now }: Merge): Promise<void> {
  const text = "你的两个账号并成了一个：积分、答题和回执都在这里，两边的登录名都能用。";
  await notify(tx, { memberId: keptId, key: `merged:${goneId}`, text, href: "/me", now });
  const entry = { actorId, action: "member.merge", subjectKind: "member", now } as const;
  await audit(tx, { ...entry, subjectId: keptId, detail: { goneId } });
  await audit(tx, { ...entry, subjectId: goneId, detail: { keptId } });
}
