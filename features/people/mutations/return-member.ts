import { addDays } from "@/domain/calendar/plain-date";
import { formatFull } from "@/domain/calendar/labels";
import { audit } from "@/features/audit/mutations";
import { addLogin, checkLogin, type LoginFault } from "@/features/members/mutations/add-login";
import { lockPlaces, type PlaceFault } from "@/features/members/mutations/create-member";
import { addEmployment } from "@/features/members/mutations/employ";
import { addMembership } from "@/features/members/mutations/join-branch";
import { lockDeparted } from "@/features/members/mutations/lock-member";
import { settleLogins } from "@/features/members/mutations/settle-logins";
import { renewRecallTotals } from "@/features/recalls/mutations/rebuild-recall-totals";
import type { ParsedLogin } from "@/domain/people/login";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";

export type Return = {
  memberId: string;
  organisationId: string | null;
  branchId: string | null;
  /** First day back. */
  since: string;
  /** A new login as typed; empty when the former ones hold. */
  login: string;
  actorId: string;
  now: Date;
};

export type ReturnResult =
  { ok: true } | LoginFault | PlaceFault | { ok: false; field: "memberId" | "since"; detail: string };

const NOT_AWAY = "这个人没有转出、已经转入，或者并入了另一个账号，没有变动。刷新页面再看。";
const TAKEN = "这个手机号或工号已经登记给别人了，没有办转入。请核对，或换一个。";
const NO_LOGIN = "原来的登录名都去掉了，请写一个新的手机号或工号。";

/**
 * 转入 of somebody who had left the zone: the account is theirs again, `invited` and without its password, so that only a
 * new invitation opens it. New dated rows begin with `since`; points, answers and the rows of before stay. Roles, the
 * quarter's race and addresses of messages ended when they left and do not come back. Audited without logins.
 */
export async function returnMember(input: Return): Promise<ReturnResult> {
  try {
    return await inTransaction((tx) => bringBack(tx, input));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, field: "login", detail: TAKEN };
  }
}

async function bringBack(tx: Tx, input: Return): Promise<ReturnResult> {
  const { memberId, organisationId, branchId, since, actorId, now } = input;
  const departed = await lockDeparted(tx, memberId);
  if (!departed) return { ok: false, field: "memberId", detail: NOT_AWAY };
  if (since < departed.leftOn) {
    const detail = `第一天不能早于转出的最后一天（${formatFull(departed.leftOn)}），没有办转入。`;
    return { ok: false, field: "since", detail };
  }
  const employer = await lockPlaces(tx, input);
  if ("ok" in employer) return employer;
  const added = await checkAdded(tx, input, employer.shortCode);
  if (added !== null && "ok" in added) return added;
  await tx.member.update({ where: { id: memberId }, data: { state: "invited", leftOn: null, passwordHash: null } });
  if (added) await addLogin(tx, { memberId, login: added, now });
  await openRelations(tx, input, added?.kind === "work-number" ? added.workNumber : null);
  await settleLogins(tx, { memberId, actorId, now });
  // What was answered on days that another place covers now belongs there.
  await renewRecallTotals(tx, memberId);
  const detail = { organisationId, branchId, since };
  await audit(tx, { actorId, action: "member.return", subjectKind: "member", subjectId: memberId, detail, now });
  return { ok: true };
}

/** The new login, null for none; a fault when it is not one, or when none is typed and none is left. */
async function checkAdded(
  tx: Tx,
  { memberId, login }: Return,
  shortCode: string | null,
): Promise<ParsedLogin | LoginFault | null> {
  if (login.trim() === "") {
    const isLeft = (await tx.login.count({ where: { memberId } })) > 0;
    return isLeft ? null : { ok: false, field: "login", detail: NO_LOGIN };
  }
  const checked = checkLogin(login, shortCode);
  return checked.ok ? checked.login : checked;
}

/** On every day a person is in one place: a row that ended on the first day back ends on the day before. */
async function openRelations(
  tx: Tx,
  { memberId, organisationId, branchId, since }: Return,
  workNumber: string | null,
): Promise<void> {
  const replaced = { where: { memberId, since: { gte: since } } };
  const former = { where: { memberId, until: { gte: since } }, data: { until: addDays(since, -1) } };
  if (organisationId !== null) {
    await tx.employment.deleteMany(replaced);
    await tx.employment.updateMany(former);
    await addEmployment(tx, { memberId, organisationId, workNumber, since });
  }
  if (branchId !== null) {
    await tx.membership.deleteMany(replaced);
    await tx.membership.updateMany(former);
    await addMembership(tx, { memberId, branchId, since });
  }
}
