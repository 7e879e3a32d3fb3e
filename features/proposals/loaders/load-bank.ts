import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import type { OpenConsole } from "@/features/access/types";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { getBankRules, findLibraryDocument } from "@/features/library/queries";
import { reviewedItemOf, type ReviewedItem } from "@/features/mistakes/view";
import { ORIGIN_LABELS, QUESTION_STATE_LABELS } from "../constants";
import { findBankQuestion, listBank, type Bank, type BankQuestion } from "../queries/list-bank";
import { listOpenProposals, type Proposal } from "../queries/find-proposal";
import { bankFilterSchema, type BankFilter } from "../schema";

const PATH = "/committee/questions";
const LISTED = 50;

export type Frame = { path: string; who: string; place: string };

/** Questions belong to the whole zone: a station's committee member and an instructor do not find these pages. */
export async function gateQuestions(path: string): Promise<{ console: OpenConsole; frame: Frame }> {
  const console = await gateCommittee(path);
  if (!can(console.actor, "question.write", { kind: "question" })) notFound();
  return { console, frame: { path, ...(await findFrame(console.session.memberId, console.grant)) } };
}

export type Topics = Readonly<Record<string, string>>;

export type BankPage = Frame & Bank & { filter: BankFilter; topics: Topics; proposals: Proposal[] };

/** 题库: proposals that wait, and every question. */
export async function loadBank(params: Promise<Record<string, string | string[] | undefined>>): Promise<BankPage> {
  const { frame } = await gateQuestions(PATH);
  const filter = bankFilterSchema.parse(await params);
  const [bank, proposals] = await Promise.all([listBank(filter), listOpenProposals(LISTED)]);
  return { ...frame, ...bank, filter, proposals, topics: getBankRules().topics };
}

export type QuestionPage = Frame & {
  question: BankQuestion;
  stateWord: string;
  originWord: string;
  topics: Topics;
  item: ReviewedItem;
  upstreamItem: ReviewedItem | null;
};

const UNANSWERED = { value: null, fraction: 0 } as const;

/** One question of the bank, with the file version that waits. */
export async function loadQuestion(id: string): Promise<QuestionPage> {
  const { frame } = await gateQuestions(`${PATH}/${id}`);
  const question = await findBankQuestion(id);
  if (question === null) notFound();
  const { current, upstream } = question;
  return {
    ...{ ...frame, question, topics: getBankRules().topics },
    stateWord: QUESTION_STATE_LABELS[question.state] ?? question.state,
    originWord: ORIGIN_LABELS[question.origin] ?? question.origin,
    item: reviewedItemOf(current, UNANSWERED, findLibraryDocument),
    upstreamItem: upstream && reviewedItemOf(upstream, UNANSWERED, findLibraryDocument),
  };
}
