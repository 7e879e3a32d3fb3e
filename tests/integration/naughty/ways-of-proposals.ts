import type { DraftContent } from "@/domain/quizzes/draft";
import { returnProposal } from "@/features/proposals/mutations/review-proposal";
import { retireQuestion } from "@/features/proposals/mutations/retire-question";
import { saveProposal } from "@/features/proposals/mutations/save-proposal";
import { submitProposal } from "@/features/proposals/mutations/submit-proposal";
import { findProposal } from "@/features/proposals/queries/find-proposal";
import { db } from "@/lib/db";
import { completeDraft } from "@/tests/factories/drafts";
import { makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";
import { addQuestion } from "@/tests/factories/quizzes";
import { ACT, nextNumber, refused, type Way } from "./scene";

/** A text of a draft, kept as it was typed. */
const inDraft = (
  put: (text: string) => Partial<DraftContent>,
  get: (draft: DraftContent) => string | undefined,
): Way => ({
  goes: async (text) => {
    const content = completeDraft(put(text));
    const saved = await saveProposal({ proposalId: "", version: 0, questionId: "", content, ...ACT });
    if (!saved.ok) return refused(saved.detail);
    const kept = await findProposal(saved.proposalId);
    return { shown: (kept && get(kept.content)) ?? "not kept" };
  },
});

const source = { title: "标题", publisher: "单位", url: "https://www.12371.cn/a" };

export const stem = inDraft(
  (text) => ({ stem: text }),
  (draft) => draft.stem,
);
export const explanation = inDraft(
  (text) => ({ explanation: text }),
  (draft) => draft.explanation,
);
export const passage = inDraft(
  (text) => ({ passage: text }),
  (draft) => draft.passage,
);
export const option = inDraft(
  (text) => ({ options: [{ text, right: true }] }),
  (draft) => draft.options[0]?.text,
);
export const blank = inDraft(
  (text) => ({ blanks: [text] }),
  (draft) => draft.blanks[0],
);
export const item = inDraft(
  (text) => ({ items: [text] }),
  (draft) => draft.items[0],
);
export const left = inDraft(
  (text) => ({ pairs: [{ left: text, right: "右" }] }),
  (draft) => draft.pairs[0]?.left,
);
export const right = inDraft(
  (text) => ({ pairs: [{ left: "左", right: text }] }),
  (draft) => draft.pairs[0]?.right,
);
export const title = inDraft(
  (text) => ({ sources: [{ ...source, title: text }] }),
  (draft) => draft.sources[0]?.title,
);
export const publisher = inDraft(
  (text) => ({ sources: [{ ...source, publisher: text }] }),
  (draft) => draft.sources[0]?.publisher,
);
export const url = inDraft(
  (text) => ({ sources: [{ ...source, url: text }] }),
  (draft) => draft.sources[0]?.url,
);

export const returned: Way = {
  goes: async (note) => {
    const saved = await saveProposal({ proposalId: "", version: 0, questionId: "", content: completeDraft(), ...ACT });
    if (!saved.ok) return refused(saved.detail);
    const { proposalId } = saved;
    await submitProposal({ proposalId, version: 0, ...ACT });
    const result = await returnProposal({ proposalId, version: 1, note, ...ACT });
    if (!result.ok) return refused(result.detail);
    return { shown: (await findProposal(proposalId))?.reviewNote ?? "not kept" };
  },
};

export const retired: Way = {
  goes: async (reason) => {
    const questionId = `retired-${nextNumber()}`;
    await addQuestion(makeVersion(PLAIN_BODIES.fill, { questionId, versionId: `${questionId}-v1` }));
    await retireQuestion({ questionId, reason, ...ACT });
    return { shown: (await db().question.findUniqueOrThrow({ where: { id: questionId } })).endReason };
  },
};
