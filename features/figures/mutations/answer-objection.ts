import { businessDateOf } from "@/domain/calendar/shanghai";
import { listInOffice } from "@/features/access/queries";
import { audit } from "@/features/audit/mutations";
import { notify, notifyEach } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { quarterLabel } from "@/features/points/view";
import { inTransaction, type Tx } from "@/lib/db";
import type { AnswerObjectionInput } from "../schema";
import type { FigureName } from "../types";
import { FIGURE_LABELS } from "../view/words";

type AnswerResult = { ok: true } | { ok: false; reason: "unknown" | "answered" };

/** Answers an objection once; its organisation is told. Two answers at once: the first counts. */
export async function answerObjection(
  input: AnswerObjectionInput & { actorId: string; now: Date },
): Promise<AnswerResult> {
  const { objectionId: id, answer, actorId, now } = input;
  return inTransaction(async (tx) => {
    const { count } = await tx.figureObjection.updateMany({
      where: { id, state: "open" },
      data: { state: "answered", answer, answeredById: actorId, answeredAt: now },
    });
    const row = await tx.figureObjection.findUnique({
      where: { id },
      select: { organisationId: true, quarter: true, figure: true, createdById: true },
    });
    if (row === null) return { ok: false, reason: "unknown" };
    if (count === 0) return { ok: false, reason: "answered" };
    const { organisationId: subjectId, quarter, figure } = row;
    const subject = { subjectKind: "organisation", subjectId };
    await audit(tx, { actorId, action: "figures.answer", ...subject, detail: { quarter, figure, answer }, now });
    await tell(tx, { ...row, id, answer, now });
    return { ok: true };
  });
}

type Answered = { id: string; answer: string; now: Date } & Record<
  "organisationId" | "quarter" | "figure" | "createdById",
  string
>;

/**
 * The objection is the organisation's: its party workers of today are told, who find it on their page. Whoever wrote it and
 * is in that office no more has the words alone.
 */
async function tell(
  tx: Tx,
  { id, organisationId, quarter, figure, answer, createdById, now }: Answered,
): Promise<void> {
  const officers = await listInOffice(tx, {
    ...{ roles: ["party-worker"], today: businessDateOf(now) },
    places: [{ scopeKind: "organisation", scopeId: organisationId }],
  });
  const key = `figure-objection-answer:${id}`;
  const words = (whose: string) =>
    `${whose}对${quarterLabel(quarter)}“${FIGURE_LABELS[figure as FigureName]}”的异议有了答复：${answer}`;
  const isIn = officers.includes(createdById);
  const own = { memberId: createdById, key, text: words("你"), now };
  await notify(tx, { ...own, href: isIn ? "/branch/organisation" : SAYS_ALL });
  const others = officers.filter((memberId) => memberId !== createdById);
  await notifyEach(tx, others, { key, text: words("本单位"), href: "/branch/organisation", now });
}
