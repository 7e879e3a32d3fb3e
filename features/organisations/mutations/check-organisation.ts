import { parseCreditCode } from "@/domain/people/credit-code";
import { normaliseName } from "@/domain/people/name";
import { organisationKey, parseShortCode } from "@/domain/people/organisation";
import type { Tx } from "@/lib/db";

export type OrganisationFault = {
  ok: false;
  field: "name" | "shortCode" | "creditCode" | "stationId";
  detail: string;
};

export type TypedOrganisation = {
  kind: "enterprise" | "social";
  name: string;
  shortCode: string;
  /** Empty when it is not known. */
  creditCode?: string;
  stationId: string;
};

/** What is stored of an organisation: every text in its one spelling. */
export type OrganisationFacts = {
  kind: "enterprise" | "social";
  name: string;
  nameKey: string;
  shortCode: string;
  creditCode: string | null;
  stationId: string;
};

const LONGEST_NAME = 60;

const fault = (field: OrganisationFault["field"], detail: string): OrganisationFault => ({ ok: false, field, detail });

/** The facts as they are stored, or the first field that cannot be stored with the reason. */
export function readOrganisation(typed: TypedOrganisation): { ok: true; facts: OrganisationFacts } | OrganisationFault {
  const { kind, stationId } = typed;
  const name = normaliseName(typed.name);
  const nameKey = organisationKey(name);
  if (nameKey === "") return fault("name", "请输入组织名称。");
  if ([...name].length > LONGEST_NAME) return fault("name", `组织名称最多${LONGEST_NAME}个字。`);
  const shortCode = parseShortCode(typed.shortCode);
  if (shortCode === null) return fault("shortCode", "组织短码是2至8位字母或数字，例如SLZZ。");
  const code = (typed.creditCode ?? "").trim() === "" ? { value: null } : parseCreditCode(typed.creditCode ?? "");
  if ("problem" in code) {
    const hint = code.suggestion === null ? "请对照营业执照或登记证书核对。" : `是不是“${code.suggestion}”？`;
    return fault("creditCode", `${code.problem}${hint}`);
  }
  return { ok: true, facts: { kind, name, nameKey, shortCode, creditCode: code.value, stationId } };
}

/** The first of name, credit code and short code that another organisation has, or had for its logins. */
export async function findTaken(
  tx: Tx,
  { nameKey, creditCode, shortCode }: OrganisationFacts,
  ownId: string | null,
): Promise<OrganisationFault | null> {
  const other = ownId === null ? {} : { id: { not: ownId } };
  const namesake = await tx.organisation.findFirst({
    where: { nameKey, ...other },
    select: { name: true, station: { select: { name: true } } },
  });
  if (namesake) return fault("name", `“${namesake.name}”已经登记在${namesake.station.name}，没有重复登记。`);
  const sameCode =
    creditCode === null
      ? null
      : await tx.organisation.findFirst({ where: { creditCode, ...other }, select: { name: true } });
  if (sameCode) return fault("creditCode", `这个信用代码已经登记给“${sameCode.name}”，请核对。`);
  const holder = await tx.organisation.findFirst({ where: { shortCode, ...other }, select: { name: true } });
  if (holder) return fault("shortCode", `短码${shortCode}已经给了“${holder.name}”，请换一个。`);
  return findFormerHolder(tx, shortCode, ownId);
}

/** A former short code still opens accounts, so nobody else gets it. */
async function findFormerHolder(tx: Tx, code: string, ownId: string | null): Promise<OrganisationFault | null> {
  const former = await tx.formerShortCode.findUnique({
    where: { code },
    select: { organisationId: true, organisation: { select: { name: true } } },
  });
  if (!former || former.organisationId === ownId) return null;
  return fault("shortCode", `“${former.organisation.name}”的人还用短码${code}登录，请换一个。`);
}
