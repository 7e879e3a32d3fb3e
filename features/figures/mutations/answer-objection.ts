import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { quarterLabel } from "@/features/points/view";
import { inTransaction } from "@/lib/db";
import type { AnswerObjectionInput } from "../schema";
import type { FigureName } from "../types";
import { FIGURE_LABELS } from "../view/words";

type AnswerResult = { ok: true } | { ok: false; reason: "unknown" | "answered" };

/** Answers an objection once; whoever made it is told. Two answers at once: the first counts. */
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
    const { organisationId: subjectId, quarter, figure, createdById: memberId } = row;
    const subject = { subjectKind: "organisation", subjectId };
    await audit(tx, { actorId, action: "figures.answer", ...subject, detail: { quarter, figure, answer }, now });
    const text = `你对${quarterLabel(quarter)}“${FIGURE_LABELS[figure as FigureName]}”的异议有了答复：${answer}`;
    await notify(tx, { memberId, key: `figure-objection-answer:${id}`, text, href: "/branch/organisation", now });
    return { ok: true };
  });
}
