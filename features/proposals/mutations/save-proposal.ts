import type { DraftContent } from "@/domain/quizzes/draft";
import { stepFault, withWriter } from "@/domain/quizzes/proposal";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { findProposal } from "../queries/find-proposal";

export type SaveResult =
  | { ok: true; proposalId: string; version: number }
  | { ok: false; reason: "unknown" | "state" | "changed"; detail: string };

type Saving = {
  /** Empty for a new one. */
  readonly proposalId: string;
  readonly version: number;
  /** The question that a new one corrects; empty for a question of one's own. */
  readonly questionId: string;
  readonly content: DraftContent;
  readonly actorId: string;
  readonly now: Date;
};

/**
 * Keeps a draft as it is, complete or not. Whoever writes is counted among its writers. A draft that somebody else
 * changed since it was read is not overwritten: the caller keeps what was typed and says so.
 */
export function saveProposal(saving: Saving): Promise<SaveResult> {
  return inTransaction((tx) => (saving.proposalId === "" ? create(tx, saving) : change(tx, saving)));
}

async function create(tx: Tx, { questionId, content, actorId, now }: Saving): Promise<SaveResult> {
  const question = questionId === "" ? null : await tx.question.findUnique({ where: { id: questionId } });
  if (questionId !== "" && question === null) {
    return { ok: false, reason: "unknown", detail: "要更正的题目不在了，没有保存。" };
  }
  const id = newId(now);
  await tx.questionProposal.create({
    data: {
      ...{ id, questionId: question?.id ?? null, baseId: question?.versionId ?? null, authorId: actorId },
      ...{ content: JSON.stringify(content), writers: JSON.stringify([actorId]), createdAt: now, updatedAt: now },
    },
  });
  const subject = { subjectKind: "proposal", subjectId: id };
  const detail = question === null ? {} : { questionId };
  await audit(tx, { actorId, action: "proposal.write", ...subject, detail, now });
  return { ok: true, proposalId: id, version: 0 };
}

async function change(tx: Tx, { proposalId, version, content, actorId, now }: Saving): Promise<SaveResult> {
  const before = await findProposal(proposalId, tx);
  if (before === null) return { ok: false, reason: "unknown", detail: "这份草稿不在了，没有保存。" };
  const { state, writers } = before;
  const detail = stepFault({ step: "write", state, writers, actorId });
  if (detail !== null) return { ok: false, reason: "state", detail };
  const written = await tx.questionProposal.updateMany({
    where: { id: proposalId, version },
    data: {
      ...{ content: JSON.stringify(content), writers: JSON.stringify(withWriter(writers, actorId)) },
      ...{ version: version + 1, updatedAt: now },
    },
  });
  if (written.count === 0) {
    const said = "别人刚改过这份草稿，没有覆盖。你写的还在这一页，请另开一页看过再改。";
    return { ok: false, reason: "changed", detail: said };
  }
  if (!writers.includes(actorId)) {
    const subject = { subjectKind: "proposal", subjectId: proposalId };
    await audit(tx, { actorId, action: "proposal.write", ...subject, now });
  }
  return { ok: true, proposalId, version: version + 1 };
}
