import type { ParsedLogin } from "@/domain/people/login";
import { normaliseName } from "@/domain/people/name";
import type { Standing } from "@/domain/people/standing";
import { audit } from "@/features/audit/mutations";
import { lockOpenBranch } from "@/features/branches/mutations/set-branch-state";
import { lockOpenOrganisation } from "@/features/organisations/mutations/set-organisation-state";
import { inTransaction, type Tx } from "@/lib/db";
import { findDepartedByLogin } from "../queries";
import { addLogin, checkLogin, LOGIN_OF_DEPARTED, loginTaken, type LoginFault } from "./add-login";
import { addEmployment } from "./employ";
import { grantRoleIn, type RoleScope } from "./grant-role";
import { addMembership } from "./join-branch";

export type NewMember = {
  /** A fixed id, for seeds. */
  id?: string;
  name: string;
  standing: Standing;
  /** As typed: a mobile number or 短码-工号. */
  login: string;
  organisationId: string | null;
  branchId: string | null;
  /** Roles held from `since` on, without an end. */
  roles: readonly RoleScope[];
  /** First day of employment, membership and roles. */
  since: string;
  actorId: string | null;
  now: Date;
};

export type MemberResult =
  | { ok: true; memberId: string }
  | LoginFault
  | { ok: false; field: "organisationId" | "branchId" | "role"; detail: string };

/**
 * A person with a login, where they work, where they belong and their roles, all or nothing. The state is `invited`
 * until they accept an invitation. A login belongs to one person in the whole zone; audited without it.
 */
export async function createMember(input: NewMember): Promise<MemberResult> {
  try {
    return await inTransaction(async (tx) => {
      const result = await createMemberIn(tx, input);
      // A refused role must take the member with it: leaving by an error rolls back.
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    const fault = loginTaken(error);
    return (await findDepartedByLogin(input.login))
      ? { ...fault, detail: `${LOGIN_OF_DEPARTED}没有建立账号。` }
      : fault;
  }
}

class Refused extends Error {
  readonly result: MemberResult;
  constructor(result: MemberResult) {
    super("refused");
    this.result = result;
  }
}

/** The same inside the caller's transaction, which must be rolled back when it is refused: see `loginTaken` too. */
export async function createMemberIn(tx: Tx, input: NewMember): Promise<MemberResult> {
  const employer = await lockPlaces(tx, input);
  if ("ok" in employer) return employer;
  const checked = checkLogin(input.login, employer.shortCode);
  if (!checked.ok) return checked;
  const memberId = await insert(tx, input, checked.login);
  for (const role of input.roles) {
    const { since, actorId, now } = input;
    const granted = await grantRoleIn(tx, { ...role, memberId, since, until: null, actorId, now });
    if (!granted.ok) return { ok: false, field: "role", detail: granted.detail };
  }
  return { ok: true, memberId };
}

export type PlaceFault = { ok: false; field: "organisationId" | "branchId"; detail: string };

/** The short code of the employer (null without one), once both places are known to be open; they stay so meanwhile. */
export async function lockPlaces(
  tx: Tx,
  { organisationId, branchId }: Pick<NewMember, "organisationId" | "branchId">,
): Promise<{ shortCode: string | null } | PlaceFault> {
  if (branchId && !(await lockOpenBranch(tx, branchId))) {
    return { ok: false, field: "branchId", detail: "没有这个支部，或已经关闭，请重新选择。" };
  }
  if (!organisationId) return { shortCode: null };
  if (!(await lockOpenOrganisation(tx, organisationId))) {
    return { ok: false, field: "organisationId", detail: "没有这个组织，或已经关闭，请重新选择。" };
  }
  const employer = await tx.organisation.findUnique({ where: { id: organisationId }, select: { shortCode: true } });
  return employer ?? { ok: false, field: "organisationId", detail: "没有这个组织，请重新选择。" };
}

async function insert(tx: Tx, input: NewMember, login: ParsedLogin): Promise<string> {
  const { id, standing, organisationId, branchId, since, actorId, now } = input;
  const data = { ...(id ? { id } : {}), name: normaliseName(input.name), standing, createdAt: now };
  const { id: memberId } = await tx.member.create({ data, select: { id: true } });
  await addLogin(tx, { memberId, login, now });
  const workNumber = login.kind === "work-number" ? login.workNumber : null;
  if (organisationId) await addEmployment(tx, { memberId, organisationId, workNumber, since });
  if (branchId) await addMembership(tx, { memberId, branchId, since });
  const detail = { standing, organisationId, branchId, since };
  await audit(tx, { actorId, action: "member.create", subjectKind: "member", subjectId: memberId, detail, now });
  return memberId;
}
