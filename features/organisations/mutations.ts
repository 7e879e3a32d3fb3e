import { normaliseName } from "@/domain/people/name";
import { organisationKey, parseShortCode } from "@/domain/people/organisation";
import { audit } from "@/features/audit/mutations";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";

export type OrganisationResult =
  { ok: true; id: string } | { ok: false; field: "name" | "shortCode" | "stationId"; detail: string };

export type NewOrganisation = {
  /** A fixed id, for seeds. */
  id?: string;
  kind: "enterprise" | "social";
  name: string;
  shortCode: string;
  stationId: string;
  actorId: string | null;
  now: Date;
};

/** A new 两新组织 of a station. It needs neither branch nor member. Name and short code are unique; audited. */
export async function createOrganisation(input: NewOrganisation): Promise<OrganisationResult> {
  const shortCode = parseShortCode(input.shortCode);
  if (shortCode === null) return { ok: false, field: "shortCode", detail: "组织短码是2至8位字母或数字，例如SLZZ。" };
  const name = normaliseName(input.name);
  const nameKey = organisationKey(name);
  try {
    return await inTransaction(async (tx) => {
      const taken = await findTaken(tx, { nameKey, shortCode, stationId: input.stationId });
      if (taken) return taken;
      return { ok: true, id: await insert(tx, { ...input, name, shortCode }, nameKey) } as const;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, field: "name", detail: "同名或同短码的组织刚刚建好了，没有重复建立。" };
  }
}

async function findTaken(
  tx: Tx,
  wanted: { nameKey: string; shortCode: string; stationId: string },
): Promise<Extract<OrganisationResult, { ok: false }> | null> {
  if ((await tx.station.count({ where: { id: wanted.stationId } })) === 0) {
    return { ok: false, field: "stationId", detail: "没有这个工作站，请重新选择。" };
  }
  const namesake = await tx.organisation.findUnique({
    where: { nameKey: wanted.nameKey },
    select: { name: true, station: { select: { name: true } } },
  });
  if (namesake) {
    const detail = `“${namesake.name}”已经登记在${namesake.station.name}，没有重复建立。`;
    return { ok: false, field: "name", detail };
  }
  const holder = await tx.organisation.findUnique({ where: { shortCode: wanted.shortCode }, select: { name: true } });
  if (holder) {
    return {
      ok: false,
      field: "shortCode",
      detail: `短码${wanted.shortCode}已经给了“${holder.name}”，请换一个。`,
    };
  }
  return null;
}

async function insert(tx: Tx, input: NewOrganisation, nameKey: string): Promise<string> {
  const { kind, name, shortCode, stationId, actorId, now } = input;
  const data = { ...(input.id ? { id: input.id } : {}), kind, name, nameKey, shortCode, stationId, createdAt: now };
  const { id } = await tx.organisation.create({ data, select: { id: true } });
  await audit(tx, {
    actorId,
    action: "organisation.create",
    subjectKind: "organisation",
    subjectId: id,
    detail: { kind, name, shortCode, stationId },
    now,
  });
  return id;
}
