import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import { lockOpenStation } from "@/features/stations/mutations";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { changeShortCode, type LoginsAdded } from "./change-short-code";
import {
  findTaken,
  readOrganisation,
  type OrganisationFacts,
  type OrganisationFault,
  type TypedOrganisation,
} from "./check-organisation";

export type EditOrganisation = TypedOrganisation & {
  id: string;
  /** As it was read by the person who edits. */
  version: number;
  actorId: string | null;
  now: Date;
};

export type OrganisationEditResult =
  | { ok: true; logins: LoginsAdded | null; movedBranches: number }
  | (OrganisationFault & { reason: "fault" })
  /** Somebody else was quicker, or the organisation is not there. */
  | { ok: false; reason: "stale" }
  | { ok: false; reason: "gone" };

const refused = (fault: OrganisationFault) => ({ ...fault, reason: "fault" }) as const;

/**
 * The facts of an organisation as it was read with `version`; somebody else's change in between refuses this one. A new
 * short code gives every work-number login of its people a twin, and the old ones go on working. To another station it
 * takes along the branches that it hosts. The same facts again change nothing. Audited.
 */
export async function editOrganisation(input: EditOrganisation): Promise<OrganisationEditResult> {
  const read = readOrganisation(input);
  if (!read.ok) return refused(read);
  try {
    return await inTransaction((tx) => edit(tx, input, read.facts));
  } catch (error) {
    if (error instanceof Refused) return refused(error.fault);
    if (!isUniqueViolation(error)) throw error;
    return refused({ ok: false, field: "name", detail: "同名、同短码或同信用代码的组织刚刚建好了，没有改动。" });
  }
}

async function edit(tx: Tx, input: EditOrganisation, after: OrganisationFacts): Promise<OrganisationEditResult> {
  const { id, version } = input;
  const row = await tx.organisation.findUnique({ where: { id } });
  if (!row) return { ok: false, reason: "gone" };
  const changed = changedFields(row, after);
  if (changed.length === 0) return { ok: true, logins: null, movedBranches: 0 };
  if (row.version !== version) return { ok: false, reason: "stale" };
  const isMoved = changed.includes("stationId");
  if (isMoved && !(await lockOpenStation(tx, after.stationId))) {
    return refused({ ok: false, field: "stationId", detail: "没有这个工作站，或已经关闭，请重新选择。" });
  }
  const taken = await findTaken(tx, after, id);
  if (taken) return refused(taken);
  const where = { id, version };
  const { count } = await tx.organisation.updateMany({ where, data: { ...after, version: { increment: 1 } } });
  if (count === 0) return { ok: false, reason: "stale" };
  const movedBranches = isMoved ? await takeBranchesAlong(tx, input) : 0;
  const logins = changed.includes("shortCode")
    ? await changeShortCode(tx, {
        ...input,
        today: businessDateOf(input.now),
        from: row.shortCode,
        to: after.shortCode,
      })
    : null;
  await record(tx, input, { before: pick(row, changed), after: pick(after, changed), version: version + 1 });
  return { ok: true, logins, movedBranches };
}

/** What was written so far must go: leaving by an error rolls back. */
class Refused extends Error {
  readonly fault: OrganisationFault;
  constructor(fault: OrganisationFault) {
    super("refused");
    this.fault = fault;
  }
}

const FIELDS = ["kind", "name", "shortCode", "creditCode", "stationId"] as const;
type Field = (typeof FIELDS)[number];
type Facts = Readonly<Record<Field, string | null>>;

function changedFields(before: Facts, after: Facts): Field[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

function pick(facts: Facts, fields: readonly Field[]): Record<string, string | null> {
  return Object.fromEntries(fields.map((field) => [field, facts[field]]));
}

async function record(tx: Tx, { id, actorId, now }: EditOrganisation, detail: Record<string, unknown>): Promise<void> {
  await audit(tx, { actorId, action: "organisation.edit", subjectKind: "organisation", subjectId: id, detail, now });
}

/** A hosted branch stands in the station of its host. */
async function takeBranchesAlong(tx: Tx, { id, stationId, actorId, now }: EditOrganisation): Promise<number> {
  const branches = await tx.branch.findMany({
    where: { hostOrganisationId: id, stationId: { not: stationId } },
    select: { id: true, name: true, stationId: true, version: true },
  });
  for (const branch of branches) {
    if ((await tx.branch.count({ where: { stationId, name: branch.name } })) > 0) {
      const detail = `它的“${branch.name}”与那个站的一个支部同名，请先改支部的名称，再移组织。`;
      throw new Refused({ ok: false, field: "stationId", detail });
    }
    const data = { stationId, version: { increment: 1 } };
    const { version } = await tx.branch.update({ where: { id: branch.id }, data, select: { version: true } });
    const detail = { before: { stationId: branch.stationId }, after: { stationId }, version };
    await audit(tx, { actorId, action: "branch.edit", subjectKind: "branch", subjectId: branch.id, detail, now });
  }
  return branches.length;
}
