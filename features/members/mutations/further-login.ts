import { businessDateOf } from "@/domain/calendar/shanghai";
import { maskLogin, type ParsedLogin } from "@/domain/people/login";
import { covering } from "@/features/access/queries";
import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { openText } from "@/lib/crypto";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { addLogin, checkLogin, type LoginFault } from "./add-login";
import { lockDeparted, lockMember } from "./lock-member";
import { settleLogins } from "./settle-logins";

const fault = (detail: string): LoginFault => ({ ok: false, field: "login", detail });

const LEFT = "这个人已转出或不存在，登录名没有变动。";
const FORMER = "本人已经不在这个单位了，这个工号不能再用来登录，没有加。请写手机号，或者先登记新的工作关系。";
const GONE = "这个登录名已经去掉了，刷新页面就能看到。";

/**
 * A further login of one person: the ones before stay, but for numbers of former employers. A work number must be of
 * today's employer. Audited without it.
 */
export async function addFurtherLogin(input: {
  memberId: string;
  login: string;
  actorId: string;
  now: Date;
}): Promise<{ ok: true } | LoginFault> {
  const { memberId, actorId, now } = input;
  try {
    return await inTransaction(async (tx) => {
      if (!(await lockMember(tx, memberId))) return fault(LEFT);
      const employment = await tx.employment.findFirst({
        where: { memberId, ...covering(businessDateOf(now)) },
        select: { organisation: { select: { shortCode: true } } },
      });
      const checked = checkLogin(input.login, employment?.organisation.shortCode ?? null);
      if (!checked.ok) return checked;
      if (!employment && (await isOfFormer(tx, memberId, checked.login))) return fault(FORMER);
      await addLogin(tx, { memberId, login: checked.login, now });
      // A number of a former employer was kept for want of another login.
      await settleLogins(tx, { memberId, actorId, now });
      const detail = { after: { means: checked.login.kind } };
      await audit(tx, { actorId, action: "member.login.add", subjectKind: "member", subjectId: memberId, detail, now });
      return { ok: true } as const;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return fault("这个手机号或工号已经登记过了，没有再加。请核对，或换一个。");
  }
}

/** Somebody without an employer has no use for a number of one they left: it would go again at once. */
async function isOfFormer(tx: Tx, memberId: string, login: ParsedLogin): Promise<boolean> {
  if (login.kind !== "work-number") return false;
  const left = { memberId, until: { not: null }, organisation: { shortCode: login.shortCode } };
  return (await tx.employment.count({ where: left })) > 0;
}

/**
 * Takes one login away; the last one stays, so that nobody is locked out. The person is told. Sessions go on: whoever
 * must be kept out is deactivated. Audited without the login.
 */
export function removeLogin(input: {
  memberId: string;
  loginId: string;
  actorId: string;
  now: Date;
}): Promise<{ ok: true } | LoginFault> {
  const { memberId, loginId, actorId, now } = input;
  return inTransaction(async (tx) => {
    if (!(await lockMember(tx, memberId))) return fault(LEFT);
    const logins = await tx.login.findMany({ where: { memberId }, select: { id: true, kind: true, cipher: true } });
    const gone = logins.find((login) => login.id === loginId);
    if (!gone) return fault(GONE);
    if (logins.length === 1) return fault("这是最后一个登录名，去掉就登录不了了。请先加一个新的，再去掉它。");
    await tx.login.delete({ where: { id: loginId } });
    const shown = maskLogin(gone.kind, openText(gone.cipher));
    const text = `你的登录名${shown}已经停用，请用别的登录名登录。不清楚为什么，请问支部或工委。`;
    await notify(tx, { memberId, key: `login-removed:${loginId}`, text, href: SAYS_ALL, now });
    const detail = { before: { means: gone.kind } };
    await audit(tx, {
      actorId,
      action: "member.login.remove",
      subjectKind: "member",
      subjectId: memberId,
      detail,
      now,
    });
    return { ok: true } as const;
  });
}

/**
 * Takes a login away from somebody who left the zone, the last one too: numbers are given to other people after a while,
 * and whoever has one now could not be registered. Audited without the login.
 */
export function freeLogin(input: {
  memberId: string;
  loginId: string;
  actorId: string;
  now: Date;
}): Promise<{ ok: true } | LoginFault> {
  const { memberId, loginId: id, actorId, now } = input;
  return inTransaction(async (tx) => {
    if (!(await lockDeparted(tx, memberId))) return fault("这个人没有转出，登录名没有变动。刷新页面再看。");
    const gone = await tx.login.findFirst({ where: { id, memberId }, select: { kind: true } });
    if (!gone) return fault(GONE);
    await tx.login.delete({ where: { id } });
    const detail = { before: { means: gone.kind } };
    const about = { subjectKind: "member", subjectId: memberId, detail, now };
    await audit(tx, { actorId, action: "member.login.remove", ...about });
    return { ok: true } as const;
  });
}
