import type { DraftContent } from "@/domain/quizzes/draft";
import type { LibraryPassage } from "@/domain/quizzes/draft-faults";
import type { ProposalState } from "@/domain/quizzes/proposal";
import { findLibraryPassage } from "@/features/library/queries";
import { db, type Tx } from "@/lib/db";
import { draftSchema } from "../schema";

/** A proposal for the people of the committee; members never meet one. */
export type Proposal = {
  readonly id: string;
  /** The question it corrects; null for a new one that is not released. */
  readonly questionId: string | null;
  readonly content: DraftContent;
  readonly state: ProposalState;
  readonly version: number;
  readonly writers: readonly string[];
  readonly baseId: string | null;
  readonly reviewNote: string;
  readonly reviewerId: string | null;
  readonly updatedAt: Date;
};

const COLUMNS = {
  ...{ id: true, questionId: true, content: true, state: true, version: true, writers: true, baseId: true },
  ...{ reviewNote: true, reviewerId: true, updatedAt: true },
} as const;

type Row = Omit<Proposal, "content" | "state" | "writers"> & { content: string; state: string; writers: string };

const toProposal = (row: Row): Proposal => ({
  ...row,
  content: draftSchema.parse(JSON.parse(row.content)),
  state: row.state as ProposalState,
  writers: JSON.parse(row.writers) as string[],
});

export async function findProposal(id: string, tx: Tx = db()): Promise<Proposal | null> {
  const row = await tx.questionProposal.findUnique({ where: { id }, select: COLUMNS });
  return row && toProposal(row);
}

/** Proposals that are not finished, the latest change first. */
export async function listOpenProposals(limit: number): Promise<Proposal[]> {
  const rows = await db().questionProposal.findMany({
    where: { state: { in: ["draft", "submitted", "returned"] } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
  return rows.map(toProposal);
}

/** Passage and sources of a draft that points into the library. */
export function libraryOf({ anchor }: DraftContent): LibraryPassage | null {
  return anchor === "" ? null : findLibraryPassage(anchor);
}
