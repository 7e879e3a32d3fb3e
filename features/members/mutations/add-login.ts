import { parseLogin, type ParsedLogin } from "@/domain/people/login";
import { lookupHash, sealText } from "@/lib/crypto";
import { isUniqueViolation, type Tx } from "@/lib/db";

export type LoginFault = { ok: false; field: "login"; detail: string };

/** The parsed login, or the reason against it. A work number must carry the short code of the person's own employer. */
export function checkLogin(
  typed: string,
  employerShortCode: string | null,
): { ok: true; login: ParsedLogin } | LoginFault {
  const login = parseLogin(typed);
  if ("error" in login) return { ok: false, field: "login", detail: login.error };
  if (login.kind === "work-number" && employerShortCode !== null && login.shortCode !== employerShortCode) {
    const detail = `所在组织的短码是${employerShortCode}，工号登录名应写作${employerShortCode}-工号。`;
    return { ok: false, field: "login", detail };
  }
  return { ok: true, login };
}

/** Keeps a login encrypted beside its keyed hash. A login that somebody has is a unique violation: see `loginTaken`. */
export async function addLogin(tx: Tx, input: { memberId: string; login: ParsedLogin; now: Date }): Promise<void> {
  const { memberId, login, now } = input;
  await tx.login.create({
    data: {
      memberId,
      kind: login.kind,
      hash: lookupHash("login", login.value),
      cipher: sealText(login.value),
      createdAt: now,
    },
  });
}

/** The beginning of what is said where a login belongs to somebody who left: what was not done is added. */
export const LOGIN_OF_DEPARTED =
  "这个手机号或工号是一位已经转出的同志的。是本人回来了，请工委在这个人的页面上办转入；号码换了人的，请工委先在那里去掉它。";

/** Turns the unique violation of a login into its sentence; passes on every other error. */
export function loginTaken(error: unknown): LoginFault {
  if (!isUniqueViolation(error)) throw error;
  return { ok: false, field: "login", detail: "这个手机号或工号已经登记给别人了，没有建立账号。请核对，或换一个。" };
}
