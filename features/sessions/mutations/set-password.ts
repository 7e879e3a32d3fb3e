import { endSessions } from "@/features/access/mutations";
import { findPasswordFault } from "@/features/members/queries";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { hashPassword, verifyPassword } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";

const SILENCED = "浏览器通知也都关了，要收的话在“通知方式”里再打开。";

export type PasswordResult = { ok: true } | { ok: false; field: "current" | "next"; detail: string };

/** A new password by somebody who knows the old one. All other sessions end. */
export async function changePassword(input: {
  memberId: string;
  sessionId: string;
  current: string;
  next: string;
  now: Date;
}): Promise<PasswordResult> {
  const member = await db().member.findUniqueOrThrow({ where: { id: input.memberId }, select: { passwordHash: true } });
  if (!(await verifyPassword(member.passwordHash, input.current))) {
    return { ok: false, field: "current", detail: "现在的密码不对，新密码没有保存。" };
  }
  const fault = await findPasswordFault(input.memberId, input.next);
  if (fault) return { ok: false, field: "next", detail: fault };
  await setPassword({ ...input, keepSessionId: input.sessionId, why: "你修改了密码，其他设备已退出登录。" });
  return { ok: true };
}

/** Stores a password, ends the sessions (but one, if named) and tells the person. The caller has checked the rule. */
export async function setPassword(input: {
  memberId: string;
  next: string;
  now: Date;
  keepSessionId?: string;
  why: string;
}): Promise<void> {
  const passwordHash = await hashPassword(input.next);
  await inTransaction(async (tx) => {
    await tx.member.update({ where: { id: input.memberId }, data: { passwordHash } });
    const { browsers } = await endSessions(tx, input);
    await notify(tx, {
      memberId: input.memberId,
      key: `password:${input.now.toISOString()}`,
      text: browsers > 0 ? `${input.why}${SILENCED}` : input.why,
      href: SAYS_ALL,
      now: input.now,
    });
  });
}
