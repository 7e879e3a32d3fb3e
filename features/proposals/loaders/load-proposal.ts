import "server-only";
import { notFound } from "next/navigation";
import { draftOf, emptyDraft, type DraftContent } from "@/domain/quizzes/draft";
import { draftFaults, type DraftFault } from "@/domain/quizzes/draft-faults";
import { stepFault } from "@/domain/quizzes/proposal";
import { findLibraryDocument, getBankRules, listLibraryPassages } from "@/features/library/queries";
import { reviewedItemOf, type ReviewedItem } from "@/features/mistakes/view";
import { findProposal, libraryOf, type Proposal } from "../queries/find-proposal";
import { findBankQuestion } from "../queries/list-bank";
import { versionOfDraft } from "../view";
import { gateQuestions, type Frame, type Topics } from "./load-bank";

export type ProposalPage = Frame & {
  proposal: Proposal | null;
  /** The question that a new proposal corrects; empty for a question of one's own. */
  questionId: string;
  content: DraftContent;
  faults: DraftFault[];
  item: ReviewedItem;
  /** The present version, when this corrects one. */
  before: ReviewedItem | null;
  topics: Topics;
  /** Passages of the library to rest on, by document. */
  passages: { value: string; label: string }[];
  /** Why this person may not release it; null when they may. */
  whyNotRelease: string | null;
};

/** A new question, or the correction of one: the empty form, or the present version in it. */
export async function loadNewProposal(questionId: string): Promise<ProposalPage> {
  const { frame } = await gateQuestions("/committee/questions/new");
  const question = questionId === "" ? null : await findBankQuestion(questionId);
  if (questionId !== "" && question === null) notFound();
  const content = question ? draftOf(question.current) : emptyDraft();
  return pageOf(frame, { proposal: null, questionId, content });
}

export async function loadProposal(id: string): Promise<ProposalPage> {
  const { console, frame } = await gateQuestions(`/committee/questions/proposals/${id}`);
  const proposal = await findProposal(id);
  if (proposal === null) notFound();
  const { state, writers, content } = proposal;
  const whyNotRelease = stepFault({ step: "release", state, writers, actorId: console.session.memberId });
  const questionId = proposal.questionId ?? "";
  return { ...(await pageOf(frame, { proposal, questionId, content })), whyNotRelease };
}

type Shown = Pick<ProposalPage, "proposal" | "questionId" | "content">;

async function pageOf(frame: Frame, { proposal, questionId, content }: Shown): Promise<ProposalPage> {
  const library = libraryOf(content);
  const rules = getBankRules();
  const unanswered = { value: null, fraction: 0 } as const;
  const isRelease = proposal?.state === "released";
  const before = questionId === "" || isRelease ? null : await findBankQuestion(questionId);
  return {
    ...{ ...frame, proposal, questionId, content, topics: rules.topics, whyNotRelease: null },
    faults: draftFaults(content, library, rules),
    item: reviewedItemOf(versionOfDraft(content, { questionId, library }), unanswered, findLibraryDocument),
    before: before && reviewedItemOf(before.current, unanswered, findLibraryDocument),
    passages: listLibraryPassages(),
  };
}
