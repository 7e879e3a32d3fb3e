import { publishErratum } from "@/features/errata/mutations/publish-erratum";
import { revokeErratum } from "@/features/errata/mutations/revoke-erratum";
import { findNamesOf, listErrata } from "@/features/errata/queries";
import { monthsOf, type ErratumView } from "@/features/errata/view";
import { answerFeedback, sendFeedback } from "@/features/feedback/mutations";
import { listAnsweredFeedback, listOpenFeedback } from "@/features/feedback/queries";
import { feedbackView } from "@/features/feedback/view";
import { acceptLibrary, recordLoadedLibrary } from "@/features/installation/mutations";
import { findAcceptedLibrary } from "@/features/installation/queries";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { findTakenDown, listActiveTakedowns } from "@/features/takedowns/queries";
import { newId } from "@/lib/randomness";
import { ACT, nextNumber, NOW, refused, TODAY, type Outcome, type Way } from "./scene";

/** Reports, answers, reasons: kept as they were written. */
const PLAIN_FEEDBACK = "示例反馈的文字";

async function feedbackSent(text: string): Promise<Outcome & { id?: string }> {
  // An address of its own: the limit of one address is another test's business.
  const sender = { memberId: "anna", address: `naughty-${nextNumber()}`, now: new Date(NOW.getTime() + nextNumber()) };
  const sent = await sendFeedback({ targetKind: "product", targetId: "", text, ...sender });
  if (!sent.ok) return refused(sent.reason);
  const row = (await listOpenFeedback()).find(({ id }) => id === sent.feedbackId);
  return { id: sent.feedbackId, shown: row ? feedbackView(row, TODAY).text : "not listed" };
}

async function feedbackAnswered(feedbackId: string | undefined, answer: string): Promise<Outcome> {
  const now = new Date(NOW.getTime() + nextNumber() * 1_000);
  const result = await answerFeedback({ feedbackIds: [feedbackId ?? ""], answer, actorId: ACT.actorId, now });
  if (!result.ok) return refused(result.reason);
  const row = (await listAnsweredFeedback()).find(({ id }) => id === feedbackId);
  return { shown: (row && feedbackView(row, TODAY).answer) ?? "not listed" };
}

export const feedbackText: Way = {
  goes: async (text) => {
    const sent = await feedbackSent(text);
    await feedbackAnswered(sent.id, "谢谢");
    return sent;
  },
};

export const feedbackAnswer: Way = {
  goes: async (text) => feedbackAnswered((await feedbackSent(`${PLAIN_FEEDBACK}${nextNumber()}`)).id, text),
};

export const takedownReason: Way = {
  goes: async (reason) => {
    const result = await takeDown({ targetKind: "lesson", targetId: "lessons/naughty/01-x", reason, ...ACT });
    if (!result.ok) return refused(result.reason);
    const row = (await listActiveTakedowns()).find(({ id }) => id === result.takedownId);
    await restore({ takedownId: result.takedownId, ...ACT });
    return { shown: row?.reason ?? "not listed" };
  },
};

const LESSON = { targetKind: "lesson" as const, targetId: "lessons/naughty/01-x" };

/** Published, and revoked with a reason where one is given, as the public record shows it. */
async function corrected(texts: { wrong?: string; correct?: string; reason?: string }): Promise<ErratumView | string> {
  const { wrong = "示例旧文字", correct = "示例新文字", reason } = texts;
  const act = { key: newId(NOW), correctedOn: TODAY, feedbackIds: [], ...ACT };
  const made = await publishErratum({ ...LESSON, ...act, wrong, correct });
  if (!made.ok) return made.reason;
  if (reason !== undefined) await revokeErratum({ erratumId: made.erratumId, reason, ...ACT });
  const rows = (await listErrata(1)).filter(({ id }) => id === made.erratumId);
  const [view] = monthsOf(rows, await findNamesOf(rows), await findTakenDown()).flatMap(({ items }) => items);
  return view ?? "not listed";
}

const shownOf = (view: ErratumView | string, read: (view: ErratumView) => string | undefined): Outcome =>
  typeof view === "string" ? refused(view) : { shown: read(view) ?? "not shown" };

export const erratumWrong: Way = {
  goes: async (wrong) => shownOf(await corrected({ wrong }), ({ words }) => words?.wrong),
};
export const erratumCorrect: Way = {
  goes: async (correct) => shownOf(await corrected({ correct }), ({ words }) => words?.correct),
};
const REVOKED = "这一条更正2026年11月22日撤销了：";
export const erratumRevoked: Way = {
  goes: async (reason) => shownOf(await corrected({ reason }), ({ instead }) => instead.slice(REVOKED.length)),
};

export const reviewer: Way = {
  goes: async (text) => {
    await recordLoadedLibrary("d".repeat(64));
    await acceptLibrary({ digest: "d".repeat(64), reviewer: text, on: TODAY, ...ACT });
    return { shown: (await findAcceptedLibrary())?.reviewer ?? "not accepted" };
  },
};
