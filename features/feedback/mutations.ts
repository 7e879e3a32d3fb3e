import { auditEach } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { findKeepers } from "@/features/stories/queries/reviewing";
import { findTargetTitle } from "@/features/takedowns/queries";
import { db, inTransaction, type Tx } from "@/lib/db";
import { takeTurn } from "@/lib/rate-window";
import type { Verdict } from "./queries";
import type { SendFeedbackInput } from "./schema";
import { VERDICT_WORDS } from "./view";

/** A whole factory may share one address, so the limit stops machines, not people. The address itself is not kept. */
const PER_ADDRESS = { name: "feedback", limit: 20, windowMs: 10 * 60_000 };
const MINUTE_MS = 60_000;

export type SendResult = { ok: true; feedbackId: string } | { ok: false; reason: "too-many" | "unknown-target" };

/**
 * Records an error report or a suggestion. The same words about the same thing within a minute are one report. What is wrong
 * with a story is told at once to its author and to whoever looks the stories of that branch through.
 */
export async function sendFeedback(
  input: SendFeedbackInput & { memberId: string | null; address: string; now: Date },
): Promise<SendResult> {
  const { targetKind, text, memberId, address, now } = input;
  if (!takeTurn(PER_ADDRESS, address, now.getTime())) return { ok: false, reason: "too-many" };
  const targetId = targetKind === "product" ? "" : input.targetId;
  if (targetKind !== "product" && (await findTargetTitle(targetKind, targetId)) === null) {
    return { ok: false, reason: "unknown-target" };
  }
  const kind = targetKind === "product" ? "suggestion" : "error";
  return inTransaction(async (tx) => {
    const since = new Date(now.getTime() - MINUTE_MS);
    const same = await tx.feedback.findFirst({
      where: { targetKind, targetId, text, memberId, createdAt: { gt: since } },
      select: { id: true },
    });
    if (same !== null) return { ok: true as const, feedbackId: same.id };
    const { id } = await tx.feedback.create({
      data: { kind, targetKind, targetId, text, memberId, createdAt: now },
      select: { id: true },
    });
    if (targetKind === "story") {
      await tellKeepers(tx, targetId, {
        key: `feedback-story:${id}`,
        words: (title) => `有人报告《${title}》里有错：${text}`,
        now,
      });
    }
    return { ok: true as const, feedbackId: id };
  });
}

type Telling = { key: string; words: (title: string) => string; now: Date };

/** Tells the author and the reviewers of a story, each with the page where they can do something about it. */
async function tellKeepers(tx: Tx, targetId: string, { key, words, now }: Telling): Promise<void> {
  const keepers = await findKeepers(targetId.slice("stories/".length), now, tx);
  if (keepers === null) return;
  const { title, authorId, reviewers } = keepers;
  const told = [...(authorId === null ? [] : [[authorId, "/me"]]), ...reviewers.map((id) => [id, "/branch"])] as const;
  for (const [memberId = "", place] of told) {
    await notify(tx, { memberId, key, text: words(title), href: `${place}/${targetId}`, now });
  }
}

export type AnswerResult = { ok: true } | { ok: false; reason: "unknown" | "answered" };

/** Somebody else answered one of them first; nothing of this answer stands. */
export class Answered extends Error {}

type Answer = {
  feedbackIds: readonly string[];
  answer: string;
  /** The correction that was published because of them. */
  erratumId?: string;
  /** How an error ended without one: it is none, or the author of the story was asked to mend it. */
  verdict?: Exclude<Verdict, "corrected">;
  actorId: string;
  now: Date;
};

/**
 * Answers reports once, all of them or none; whoever sent one signed in is told. Two answers at once: the first counts.
 */
export async function answerFeedback(input: Answer): Promise<AnswerResult> {
  const { feedbackIds } = input;
  const only = input.verdict === "passed-on" ? { targetKind: "story" } : {};
  const known = await db().feedback.count({ where: { id: { in: [...feedbackIds] }, ...only } });
  if (known !== feedbackIds.length) return { ok: false, reason: "unknown" };
  try {
    await inTransaction((tx) => answerWithin(tx, input));
    return { ok: true };
  } catch (error) {
    if (error instanceof Answered) return { ok: false, reason: "answered" };
    throw error;
  }
}

/** The same in the caller's transaction, which must not go on when it throws `Answered`. */
export async function answerWithin(tx: Tx, input: Answer): Promise<void> {
  const { feedbackIds, answer, erratumId = null, actorId, now } = input;
  const ids = [...feedbackIds].sort();
  const open = { id: { in: ids }, state: "open" };
  const verdict = erratumId === null ? (input.verdict ?? "not-wrong") : "corrected";
  const of = await tx.feedback.updateMany({ where: { ...open, kind: "error" }, data: { verdict, erratumId } });
  const { count } = await tx.feedback.updateMany({
    where: open,
    data: { state: "answered", answer, answeredAt: now, answeredById: actorId },
  });
  if (count !== ids.length || (erratumId !== null && of.count !== count)) throw new Answered();
  const rows = await tx.feedback.findMany({
    where: { id: { in: ids }, memberId: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, memberId: true },
  });
  for (const { id, kind, memberId } of rows) {
    const what = kind === "suggestion" ? "你的意见建议" : "你报告的错误";
    const text = `${what}有了答复：${kind === "error" ? VERDICT_WORDS[verdict] : ""}${answer}`;
    await notify(tx, { memberId: memberId ?? "", key: `feedback:${id}`, text, href: SAYS_ALL, now });
  }
  if (verdict === "passed-on") await askAuthors(tx, ids, answer, now);
  const act = { actorId, action: "feedback.answer", subjectKind: "feedback", now } as const;
  await auditEach(
    tx,
    act,
    ids.map((subjectId) => ({ subjectId })),
  );
}

/** Asks for a better text with the words of the answer, each story once. */
async function askAuthors(tx: Tx, ids: readonly string[], answer: string, now: Date): Promise<void> {
  const rows = await tx.feedback.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    distinct: ["targetId"],
    select: { id: true, targetId: true },
  });
  for (const { id, targetId } of rows) {
    const words = (title: string) => `工委看了对《${title}》的报告，请作者改：${answer}`;
    await tellKeepers(tx, targetId, { key: `feedback-asked:${id}`, words, now });
  }
}
