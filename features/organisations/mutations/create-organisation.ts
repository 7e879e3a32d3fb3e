import { audit } from "@/features/audit/mutations";
import { lockOpenStation } from "@/features/stations/mutations";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import {
  findTaken,
  readOrganisation,
  type OrganisationFacts,
  type OrganisationFault,
  type TypedOrganisation,
} from "./check-organisation";

export type OrganisationResult = { ok: true; id: string } | OrganisationFault;

export type NewOrganisation = TypedOrganisation & {
  /** A fixed id, for seeds. */
  id?: string;
  actorId: string | null;
  now: Date;
};

/**
 * A new 两新组织 of an open station. It needs neither branch nor member. Name, short code and credit code belong to one
 * organisation each; audited.
 */
export async function createOrganisation(input: NewOrganisation): Promise<OrganisationResult> {
  const read = readOrganisation(input);
  if (!read.ok) return read;
  try {
    return await inTransaction(async (tx) => {
      if (!(await lockOpenStation(tx, input.stationId))) {
        return { ok: false, field: "stationId", detail: "没有这个工作站，或已经关闭，请重新选择。" } as const;
      }
      const taken = await findTaken(tx, read.facts, null);
      return taken ?? ({ ok: true, id: await insert(tx, input, read.facts) } as const);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, field: "name", detail: "同名、同短码或同信用代码的组织刚刚建好了，没有重复建立。" };
  }
}

async function insert(tx: Tx, { id: fixed, actorId, now }: NewOrganisation, facts: OrganisationFacts): Promise<string> {
  const data = { ...(fixed ? { id: fixed } : {}), ...facts, createdAt: now };
  const { id } = await tx.organisation.create({ data, select: { id: true } });
  const { kind, name, shortCode, creditCode, stationId } = facts;
  const detail = { kind, name, shortCode, creditCode, stationId };
  await audit(tx, { actorId, action: "organisation.create", subjectKind: "organisation", subjectId: id, detail, now });
  return id;
}
