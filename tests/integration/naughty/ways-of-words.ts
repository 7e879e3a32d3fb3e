import { answerFeedback, sendFeedback } from "@/features/feedback/mutations";
import { listAnsweredFeedback, listOpenFeedback } from "@/features/feedback/queries";
import { feedbackView } from "@/features/feedback/view";
import { acceptLibrary, recordLoadedLibrary } from "@/features/installation/mutations";
import { findAcceptedLibrary } from "@/features/installation/queries";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { listActiveTakedowns } from "@/features/takedowns/queries";
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

export const reviewer: Way = {
  goes: async (text) => {
    await recordLoadedLibrary("d".repeat(64));
    await acceptLibrary({ digest: "d".repeat(64), reviewer: text, on: TODAY, ...ACT });
    return { shown: (await findAcceptedLibrary())?.reviewer ?? "not accepted" };
  },
};
