import { normaliseName } from "@/domain/people/name";
import type { Standing } from "@/domain/people/standing";
import { audit } from "@/features/audit/mutations";
import { retimeOpenAttempts } from "@/features/quizzes/mutations";
import { inTransaction } from "@/lib/db";
import { lockMember } from "./lock-member";

/** What an edit may change about a person. */
type Facts = { name: string; standing: string; timeFactor: number };

export type EditResult =
  | { ok: true }
  | { ok: false; reason: "left" }
  /** Somebody else was faster: what stands now. */
  | { ok: false; reason: "changed"; now: Facts };

/**
 * Name, standing and time factor, all at once. The edit names the number it was read with; when somebody else changed
 * the person meanwhile nothing is written. Saying again what holds changes nothing. More time holds at once, also for what
 * the person is answering now. Audited with before and after.
 */
export function editMember(input: {
  memberId: string;
  version: number;
  name: string;
  standing: Standing;
  timeFactor: number;
  actorId: string;
  now: Date;
}): Promise<EditResult> {
  const { memberId, version, standing, timeFactor, actorId, now } = input;
  const after: Facts = { name: normaliseName(input.name), standing, timeFactor };
  return inTransaction(async (tx) => {
    if (!(await lockMember(tx, memberId))) return { ok: false, reason: "left" } as const;
    const row = await tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { name: true, standing: true, timeFactor: true, version: true },
    });
    const { version: current, ...before } = row;
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    if (isSame) return { ok: true } as const;
    if (current !== version) return { ok: false, reason: "changed", now: before } as const;
    await tx.member.update({ where: { id: memberId }, data: { ...after, version: version + 1 } });
    if (timeFactor !== before.timeFactor) await retimeOpenAttempts(tx, { memberId, timeFactor, now });
    const detail = { before, after };
    await audit(tx, { actorId, action: "member.edit", subjectKind: "member", subjectId: memberId, detail, now });
    return { ok: true } as const;
  });
}
