import type { Actor } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { isStanding, type Standing } from "@/domain/people/standing";
import { audit } from "@/features/audit/mutations";
import { lockOpenBranch } from "@/features/branches/mutations/set-branch-state";
import { LOGIN_OF_DEPARTED, loginTaken } from "@/features/members/mutations/add-login";
import { createMemberIn } from "@/features/members/mutations/create-member";
import { addMembership } from "@/features/members/mutations/join-branch";
import { lockMember } from "@/features/members/mutations/lock-member";
import { openText } from "@/lib/crypto";
import { inTransaction, type Tx } from "@/lib/db";
import { findFit, type Found } from "../queries/find-fit";
import { findHosts } from "../queries/find-hosts";

export type DecideResult =
  | { ok: true; memberId: string | null }
  | { ok: false; reason: "unknown" | "decided" | "taken" | "elsewhere" | "appointed"; detail: string }
  | { ok: false; reason: "field"; field: "standing" | "organisationId"; detail: string };

type Refusal = Extract<DecideResult, { ok: false }>;

class Refused extends Error {
  readonly result: Refusal;
  constructor(result: Refusal) {
    super("refused");
    this.result = result;
  }
}

const UNKNOWN = { ok: false, reason: "unknown", detail: "这个支部没有这份申请，刷新页面再看。" } as const;
const DECIDED = {
  ok: false,
  reason: "decided",
  detail: "这份申请刚才已经办过了，这一次没有改动。刷新页面就能看到。",
} as const;
const TAKEN =
  "这个手机号或工号已经登记给一个账号了，没有通过。请当面核对：本人登录过的，直接登录就行；写错的，请他重新填一份。";
const ELSEWHERE = "名单上这个人的组织关系在别的支部，没有通过。请先办转接，或者请工委办，转过来以后再回到这里。";
const APPOINTED =
  "名单上这个人担任着职务，或者已经定了要担任，他的账号不是你能开的，没有通过。请由任命他的同志发邀请，这份申请还留着。";

export type Acceptance = {
  applicationId: string;
  /** The branch over which the caller may decide: an application of another one is not found. */
  branchId: string;
  /** Needed for somebody new; empty otherwise. */
  standing: Standing | "";
  /** Where the new person works, or empty: one of the organisations of the branch. */
  organisationId: string;
  actor: Actor;
  now: Date;
};

/**
 * Takes an applicant in: as the row of the list that is meant, or as a new person, in one transaction. An account with a
 * role is opened only where the actor may issue an invitation to that person: an application is no way round it. Other applications
 * with the same login are closed by it, so that one person has one way in. Done again it says the same; nobody gets in
 * twice. Audited.
 */
export async function acceptApplication(input: Acceptance): Promise<DecideResult> {
  try {
    return await inTransaction((tx) => accept(tx, input));
  } catch (error) {
    if (error instanceof Refused) return error.result;
    loginTaken(error);
    return { ok: false, reason: "taken", detail: TAKEN };
  }
}

async function accept(tx: Tx, input: Acceptance): Promise<DecideResult> {
  const { applicationId: id, branchId, actor, now } = input;
  const actorId = actor.memberId;
  // Taken by the write, so that of two taps at once the second one waits and then finds it decided.
  const claimed = await tx.application.updateMany({
    where: { id, branchId, state: "open" },
    data: { state: "accepted", decidedById: actorId, decidedAt: now, reason: "" },
  });
  const row = await tx.application.findFirst({ where: { id, branchId } });
  if (!row) return UNKNOWN;
  if (claimed.count === 0) return row.state === "accepted" ? { ok: true, memberId: row.memberId } : DECIDED;
  if (!(await lockOpenBranch(tx, branchId))) throw new Refused(UNKNOWN);
  const { fit, memberId: found } = await claimFit(tx, row, input);
  if (fit === "taken") throw new Refused({ ok: false, reason: "taken", detail: TAKEN });
  if (fit === "departed") throw new Refused({ ok: false, reason: "taken", detail: `${LOGIN_OF_DEPARTED}没有通过。` });
  if (fit === "elsewhere") throw new Refused({ ok: false, reason: "elsewhere", detail: ELSEWHERE });
  if (fit === "appointed") throw new Refused({ ok: false, reason: "appointed", detail: APPOINTED });
  const memberId =
    fit === "new" ? await makeMember(tx, row, input) : await placeListed(tx, String(found), { row, fit, input });
  await tx.application.update({
    where: { id },
    data: { memberId, matchedMemberId: fit === "new" ? null : memberId },
  });
  await closeOthers(tx, row, input);
  const detail = { after: { branchId, isListed: fit !== "new" } };
  await audit(tx, { actorId, action: "application.accept", subjectKind: "member", subjectId: memberId, detail, now });
  return { ok: true, memberId };
}

/**
 * Who is meant, taken for this act. Looked at again once nobody else can change the person: another branch may have
 * accepted them in between, a move may have been completed, a role given.
 */
async function claimFit(tx: Tx, row: Row, deciding: Acceptance): Promise<Found> {
  const seen = await findFit(tx, row, deciding);
  if (seen.memberId === null) return seen;
  await lockMember(tx, seen.memberId);
  const found = await findFit(tx, row, deciding);
  return found.memberId === seen.memberId ? found : claimFit(tx, row, deciding);
}

type Row = { id: string; branchId: string; name: string; loginHash: string; loginCipher: string };

async function makeMember(tx: Tx, row: Row, input: Acceptance): Promise<string> {
  const { standing, organisationId, actor, now } = input;
  if (!isStanding(standing)) throw new Refused({ ok: false, reason: "field", field: "standing", detail: "请选择身份" });
  const hosts = await findHosts(tx, row.branchId, now);
  if (organisationId !== "" && !hosts.some((host) => host.id === organisationId)) {
    throw new Refused({ ok: false, reason: "field", field: "organisationId", detail: "这个支部里没有这个单位的人" });
  }
  const made = await createMemberIn(tx, {
    ...{ name: row.name, standing, login: openText(row.loginCipher), roles: [], actorId: actor.memberId, now },
    ...{ organisationId: organisationId || null, branchId: row.branchId, since: businessDateOf(now) },
  });
  if (made.ok) return made.memberId;
  throw new Refused({ ok: false, reason: "field", field: "organisationId", detail: made.detail });
}

/** The row on the list: it belongs to the branch already, or it is put there from today on. */
async function placeListed(
  tx: Tx,
  memberId: string,
  { row, fit, input }: { row: Row; fit: "here" | "unplaced"; input: Acceptance },
): Promise<string> {
  if (fit === "here") return memberId;
  const { actor, now } = input;
  const [{ branchId }, since, actorId] = [row, businessDateOf(now), actor.memberId];
  await addMembership(tx, { memberId, branchId, since });
  const detail = { before: { branchId: null }, after: { branchId, since } };
  await audit(tx, { actorId, action: "member.join-branch", subjectKind: "member", subjectId: memberId, detail, now });
  return memberId;
}

/** Whoever applied twice, or somebody in their name: only the accepted one leads to the account. */
async function closeOthers(tx: Tx, row: Row, { actor, now }: Acceptance): Promise<void> {
  await tx.application.updateMany({
    where: { branchId: row.branchId, loginHash: row.loginHash, state: "open", id: { not: row.id } },
    data: {
      ...{ state: "refused", decidedById: actor.memberId, decidedAt: now },
      reason: "同一个登录名的另一份申请已经通过了。那一份不是你交的，请马上告诉支部。",
    },
  });
}

/** 没有通过, with the reason that the applicant reads. Done again with whatever reason it changes nothing. Audited. */
export function refuseApplication(input: {
  applicationId: string;
  branchId: string;
  reason: string;
  actorId: string;
  now: Date;
}): Promise<DecideResult> {
  const { applicationId: id, branchId, reason, actorId, now } = input;
  return inTransaction(async (tx): Promise<DecideResult> => {
    const refused = await tx.application.updateMany({
      where: { id, branchId, state: "open" },
      data: { state: "refused", decidedById: actorId, decidedAt: now, reason },
    });
    if (refused.count === 0) {
      const row = await tx.application.findFirst({ where: { id, branchId }, select: { state: true } });
      if (!row) return UNKNOWN;
      return row.state === "refused" ? { ok: true, memberId: null } : DECIDED;
    }
    const detail = { after: { branchId, reason } };
    await audit(tx, { actorId, action: "application.refuse", subjectKind: "application", subjectId: id, detail, now });
    return { ok: true, memberId: null };
  });
}
