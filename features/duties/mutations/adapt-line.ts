import { daysBeforeFault } from "@/domain/duties/line";
import type { Rhythm } from "@/domain/duties/rhythm";
import { audit } from "@/features/audit/mutations";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { makeDutiesOf } from "./make-duties";

export type Adaptation = {
  readonly organisationId: string;
  readonly lineId: string;
  /** As it was read; 0 where there was none. */
  readonly version: number;
  readonly isLeftOut: boolean;
  /** Null: as in the template. */
  readonly daysBefore: number | null;
  readonly effort: number | null;
  readonly reason: string;
  readonly actorId: string;
  readonly now: Date;
};

export type AdaptResult =
  | { ok: true }
  | { ok: false; reason: "fault"; field: "daysBefore"; detail: string }
  | { ok: false; reason: "stale" | "gone" };

/**
 * What a line of the template is for one organisation, with the reason; its duties that were not started follow. The
 * same again changes nothing. Audited.
 */
export async function adaptLine(input: Adaptation): Promise<AdaptResult> {
  const { organisationId, lineId, version, actorId, now } = input;
  const key = { organisationId, lineId };
  const after = {
    ...{ isLeftOut: input.isLeftOut, daysBefore: input.daysBefore, effort: input.effort, reason: input.reason },
  };
  const write = inTransaction(async (tx) => {
    const line = await tx.dutyLine.findUnique({ where: { id: lineId }, select: { year: true, rhythm: true } });
    if (line === null) return { ok: false, reason: "gone" } as const;
    const detail = daysBeforeFault(input.daysBefore, line.rhythm as Rhythm);
    if (detail !== null) return { ok: false, reason: "fault", field: "daysBefore", detail } as const;
    const row = await tx.dutyAdaptation.findUnique({ where: { organisationId_lineId: key } });
    const before = row && {
      ...{ isLeftOut: row.isLeftOut, daysBefore: row.daysBefore, effort: row.effort, reason: row.reason },
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return { ok: true, year: line.year } as const;
    const made = { ...after, changedById: actorId, changedAt: now };
    if (row === null && version === 0) {
      await tx.dutyAdaptation.create({ data: { ...key, ...made, version: 1 } });
    } else {
      const data = { ...made, version: { increment: 1 } };
      const { count } = await tx.dutyAdaptation.updateMany({ where: { ...key, version }, data });
      if (count === 0) return { ok: false, reason: "stale" } as const;
    }
    await audit(tx, {
      ...{ actorId, action: "duty.adapt", subjectKind: "duty-list", subjectId: organisationId, now },
      detail: { lineId, before: before ?? {}, after },
    });
    return { ok: true, year: line.year } as const;
  });
  const done = await write.catch((error: unknown) => {
    if (isUniqueViolation(error)) return { ok: false, reason: "stale" } as const;
    throw error;
  });
  if (!done.ok) return done;
  await makeDutiesOf({ organisationId, year: done.year, now });
  return { ok: true };
}
