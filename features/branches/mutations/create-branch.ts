import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import {
  findNamesake,
  placeBranch,
  readBranchName,
  type BranchFacts,
  type BranchFault,
  type TypedBranch,
} from "./check-branch";

export type BranchResult = { ok: true; id: string } | BranchFault;

export type NewBranch = TypedBranch & {
  /** A fixed id, for seeds. */
  id?: string;
  actorId: string | null;
  now: Date;
};

/**
 * A new 党支部. A hosted branch stands in its host's station, whatever station was named. The same name twice at one
 * station is taken for a double tap and refused; audited.
 */
export async function createBranch(input: NewBranch): Promise<BranchResult> {
  const read = readBranchName(input.name);
  if (!read.ok) return read;
  return inTransaction(async (tx) => {
    const placed = await placeBranch(tx, { ...input, name: read.name });
    if (!placed.ok) return placed;
    const namesake = await findNamesake(tx, placed.facts, null);
    return namesake ?? ({ ok: true, id: await insert(tx, input, placed.facts) } as const);
  });
}

async function insert(tx: Tx, { id: fixed, actorId, now }: NewBranch, facts: BranchFacts): Promise<string> {
  const data = { ...(fixed ? { id: fixed } : {}), ...facts, createdAt: now };
  const { id } = await tx.branch.create({ data, select: { id: true } });
  await audit(tx, { actorId, action: "branch.create", subjectKind: "branch", subjectId: id, detail: facts, now });
  return id;
}
