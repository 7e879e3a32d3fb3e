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

export type EditBranch = TypedBranch & {
  id: string;
  /** As it was read by the person who edits. */
  version: number;
  actorId: string | null;
  now: Date;
};

export type BranchEditResult =
  | { ok: true }
  | (BranchFault & { reason: "fault" })
  /** Somebody else was quicker, or the branch is not there. */
  | { ok: false; reason: "stale" }
  | { ok: false; reason: "gone" };

const refused = (fault: BranchFault) => ({ ...fault, reason: "fault" }) as const;

/**
 * Name, host and station of a branch as it was read with `version`; somebody else's change in between refuses this one.
 * Its members stay where they are. The same values again change nothing. Audited.
 */
export async function editBranch(input: EditBranch): Promise<BranchEditResult> {
  const read = readBranchName(input.name);
  if (!read.ok) return refused(read);
  return inTransaction((tx) => edit(tx, { ...input, name: read.name }));
}

async function edit(tx: Tx, input: EditBranch): Promise<BranchEditResult> {
  const { id, version, actorId, now } = input;
  const row = await tx.branch.findUnique({ where: { id } });
  if (!row) return { ok: false, reason: "gone" };
  if (row.version !== version) return isSaid(row, input) ? { ok: true } : { ok: false, reason: "stale" };
  const placed = await placeBranch(tx, input);
  if (!placed.ok) return refused(placed);
  const after = placed.facts;
  const changed = FIELDS.filter((field) => row[field] !== after[field]);
  if (changed.length === 0) return { ok: true };
  const namesake = await findNamesake(tx, after, id);
  if (namesake) return refused(namesake);
  const data = { ...after, version: { increment: 1 } };
  if ((await tx.branch.updateMany({ where: { id, version }, data })).count === 0) return { ok: false, reason: "stale" };
  const detail = { before: pick(row, changed), after: pick(after, changed), version: version + 1 };
  await audit(tx, { actorId, action: "branch.edit", subjectKind: "branch", subjectId: id, detail, now });
  return { ok: true };
}

const FIELDS = ["name", "kind", "hostOrganisationId", "stationId"] as const;
type Field = (typeof FIELDS)[number];
type Facts = Readonly<Record<Field, string | null>>;

function pick(facts: Facts, fields: readonly Field[]): Record<string, string | null> {
  return Object.fromEntries(fields.map((field) => [field, facts[field]]));
}

/** A repeat of what was just saved is no conflict. */
function isSaid(row: BranchFacts | Facts, { name, hostOrganisationId, stationId }: EditBranch): boolean {
  const isPlace = hostOrganisationId !== null || row.stationId === stationId;
  return row.name === name && row.hostOrganisationId === hostOrganisationId && isPlace;
}
