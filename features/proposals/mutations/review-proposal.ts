import { draftFaults } from "@/domain/quizzes/draft-faults";
import { OWN_PREFIX } from "@/domain/quizzes/own";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { audit } from "@/features/audit/mutations";
import { getBankRules } from "@/features/library/queries";
import { digestOf } from "@/features/library/view";
import { notify } from "@/features/notices/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { newId } from "@/lib/randomness";
import { findProposal, libraryOf, type Proposal } from "../queries/find-proposal";
import { versionOfDraft } from "../view";
import { stepIn, type Stepping, type StepResult } from "./step-proposal";

/** Sends a proposal back with the reason; its writers are told. */
export function returnProposal(input: Stepping & { note: string }): Promise<StepResult> {
  const { note, ...stepping } = input;
  return inTransaction(async (tx) => {
    const result = await stepIn(tx, "return", stepping, { reviewNote: note });
    if (result.ok) await tellWriters(tx, result.proposal, `退回修改：${note}`, stepping);
    return result;
  });
}

export type ReleaseResult = (StepResult & { ok: true; questionId: string }) | Extract<StepResult, { ok: false }>;

/**
 * Releases a proposal that somebody else wrote: from now on papers may take the question. A new one gets an id of its own
 * and the origin `local`; a correction becomes the current version of its question, which stays local from then on. All
 * of it in one transaction; refused when the question got another version meanwhile. Audited.
 */
export async function releaseProposal(stepping: Stepping): Promise<ReleaseResult> {
  const result = await inTransaction(async (tx) => {
    const before = await findProposal(stepping.proposalId, tx);
    const questionId = before?.questionId ?? `${OWN_PREFIX}${newId(stepping.now)}`;
    const step = await stepIn(tx, "release", stepping, { questionId });
    if (!step.ok) return step;
    const { proposal } = step;
    const library = libraryOf(proposal.content);
    const refusal =
      draftFaults(proposal.content, library, getBankRules()).length > 0
        ? "学习库刚换过内容，这道题的依据对不上了，没有发布。请退回修改。"
        : await write(tx, proposal, versionOfDraft(proposal.content, { questionId, library }), stepping);
    if (refusal !== null) throw new Refused(refusal);
    await tellWriters(tx, proposal, "已经复核发布", stepping);
    return { ...step, questionId };
  }).catch((error: unknown) => {
    if (error instanceof Refused) return { ok: false, reason: "changed", detail: error.message } as const;
    throw error;
  });
  forgetRemembered();
  return result;
}

/** Undoes the transaction with a sentence. */
class Refused extends Error {}

async function write(
  tx: Tx,
  proposal: Proposal,
  version: QuestionVersionData,
  stepping: Stepping,
): Promise<string | null> {
  return proposal.questionId === null
    ? addQuestion(tx, version, stepping)
    : correctQuestion(tx, proposal, version, stepping);
}

async function addQuestion(tx: Tx, version: QuestionVersionData, { actorId, now }: Stepping): Promise<null> {
  const { questionId: id, type, topic, period, difficulty } = version;
  await tx.question.create({ data: { id, origin: "local", type, topic, period, difficulty } });
  const versionId = await addVersion(tx, version, 1, now);
  await tx.question.update({ where: { id }, data: { versionId } });
  await audit(tx, { actorId, action: "question.release", subjectKind: "question", subjectId: id, now });
  return null;
}

async function correctQuestion(
  tx: Tx,
  { baseId }: Proposal,
  version: QuestionVersionData,
  { actorId, now }: Stepping,
): Promise<string | null> {
  const { questionId: id, type, topic, period, difficulty } = version;
  const question = await tx.question.findUniqueOrThrow({
    where: { id },
    select: {
      type: true,
      state: true,
      versionId: true,
      versions: { select: { id: true, number: true, digest: true } },
    },
  });
  if (question.versionId !== baseId) return "这道题在此期间换了内容，没有发布。请退回，对照现在的内容再改。";
  if (question.type !== type) return "更正不能换题型：旧答卷还按原来的题型计。请停用这道题，另写一道。";
  if (question.state === "void") return "这道题已经作废，不能再更正。请另写一道。";
  const digest = digestOf(version);
  const known = question.versions.find((each) => each.digest === digest);
  if (known?.id === baseId) return "和现在的内容一样，没有要更正的。";
  const last = Math.max(0, ...question.versions.map(({ number }) => number));
  const versionId = known?.id ?? (await addVersion(tx, version, last + 1, now));
  await tx.question.update({ where: { id }, data: { origin: "local", versionId, topic, period, difficulty } });
  const detail = { before: { versionId: baseId }, after: { versionId } };
  await audit(tx, { actorId, action: "question.correct", subjectKind: "question", subjectId: id, detail, now });
  return null;
}

async function addVersion(tx: Tx, version: QuestionVersionData, number: number, now: Date): Promise<string> {
  const { questionId, stem, explanation, anchor, passage } = version;
  const { id } = await tx.questionVersion.create({
    data: {
      ...{ questionId, number, digest: digestOf(version), stem, explanation, anchor, passage, createdAt: now },
      ...{ body: JSON.stringify(version.body), sources: JSON.stringify(version.sources) },
    },
    select: { id: true },
  });
  return id;
}

const SHOWN_STEM = 20;

async function tellWriters(
  tx: Tx,
  proposal: Proposal,
  said: string,
  { version, actorId, now }: Stepping,
): Promise<void> {
  const stem = proposal.content.stem.slice(0, SHOWN_STEM);
  for (const memberId of proposal.writers) {
    if (memberId === actorId) continue;
    const told = { text: `你写的题“${stem}”${said}。`, href: `/committee/questions/proposals/${proposal.id}` };
    await notify(tx, { memberId, key: `proposal:${proposal.id}:${version}`, ...told, now });
  }
}
