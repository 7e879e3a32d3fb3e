import { quarterBounds } from "@/domain/calendar/shanghai";
import { answererFault } from "@/domain/ranking/objections";
import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { awardPoints } from "@/features/points/mutations/award-points";
import { lockLedger } from "@/features/points/mutations/post-entry";
import { quarterLabel, signed } from "@/features/points/view";
import { inTransaction, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { forgetRemembered } from "@/lib/remembered";
import { standingsName } from "../queries";
import type { AnswerSeasonObjectionInput } from "../schema";

type Act = { readonly actorId: string; readonly now: Date };
type AnswerResult = { ok: true } | { ok: false; reason: "unknown" | "answered" };

/**
 * Answers an objection once, on request with a correction of somebody's points in that quarter: an entry of its own in the
 * ledger, under the quarter's last day. Both are audited and told. Two answers at once: the first counts. Throws
 * `conflict` for an answer to oneself, for somebody who is not in the race and where less than nothing would be left; then
 * nothing is written.
 */
export async function answerSeasonObjection(input: AnswerSeasonObjectionInput & Act): Promise<AnswerResult> {
  const { objectionId: id, answer, points, actorId, now } = input;
  const done = await inTransaction(async (tx) => {
    const { count } = await tx.seasonObjection.updateMany({
      where: { id, state: "open" },
      data: { state: "answered", openKey: null, answer, correction: points, answeredById: actorId, answeredAt: now },
    });
    const row = await tx.seasonObjection.findUnique({ where: { id }, select: { quarter: true, memberId: true } });
    if (row === null) return { ok: false, reason: "unknown" } as const;
    if (count === 0) return { ok: false, reason: "answered" } as const;
    const { quarter, memberId } = row;
    const fault = answererFault({ objectorId: memberId, corrected: points === null ? null : input.memberId }, actorId);
    if (fault !== null) throw new AppError("conflict", `${fault}这一次没有存。`);
    const subject = { subjectKind: "member", subjectId: memberId };
    await audit(tx, { actorId, action: "season.answer", ...subject, detail: { quarter, answer }, now });
    const told = points !== null && input.memberId === memberId ? `，更正${signed(points)}分` : "";
    const text = `你对${quarterLabel(quarter)}积分的异议有了答复${told}：${answer}`;
    await notify(tx, { memberId, key: `season-objection:${id}`, text, href: `/seasons/${quarter}`, now });
    if (points !== null)
      await correct(tx, { id, quarter, points, memberId: input.memberId, objectorId: memberId }, input);
    return { ok: true, quarter } as const;
  });
  if (done.ok) forgetRemembered(standingsName(done.quarter));
  return done;
}

type Correction = { id: string; quarter: string; points: number; memberId: string; objectorId: string };

async function correct(tx: Tx, { id, quarter, points, memberId, objectorId }: Correction, act: Act): Promise<void> {
  const entry = await tx.seasonEntry.findUnique({
    where: { quarter_memberId: { quarter, memberId } },
    select: { memberId: true },
  });
  if (entry === null) throw new AppError("conflict", "要更正的人已经不在这一季里，没有存。刷新页面再看。");
  await lockLedger(tx, { memberId, day: "" });
  const { _sum } = await tx.pointsTotal.aggregate({ where: { memberId, quarter }, _sum: { total: true } });
  if ((_sum.total ?? 0) + points < 0) {
    throw new AppError("conflict", `这个人这一季只有${_sum.total ?? 0}分，扣不了这么多，没有存。`);
  }
  const lastInstant = new Date(quarterBounds(quarter).end.getTime() - 1);
  await awardPoints(tx, {
    ...{ memberId, reason: "correction", source: `season-objection:${id}` },
    ...{ value: points, now: lastInstant },
  });
  const subject = { subjectKind: "member", subjectId: memberId };
  const detail = { quarter, points };
  await audit(tx, { actorId: act.actorId, action: "season.correct", ...subject, detail, now: act.now });
  if (memberId === objectorId) return;
  const text = `经核对流水，你${quarterLabel(quarter)}的积分更正${signed(points)}分，流水里写着这一笔。`;
  await notify(tx, { memberId, key: `season-correction:${id}`, text, href: "/me/points", now: act.now });
}
