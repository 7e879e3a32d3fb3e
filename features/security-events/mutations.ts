import { db } from "@/lib/db";

export type SecurityEventKind =
  | "signed-in"
  | "sign-in-refused"
  | "sign-in-throttled"
  | "invitation-accepted"
  | "invitation-refused"
  | "code-redeemed"
  | "code-refused"
  | "oidc-linked";

/** Kept six months for administrators only; in no report and in no count. */
export async function recordSecurityEvent(input: {
  kind: SecurityEventKind;
  memberId?: string;
  loginKey?: string;
  address?: string;
  at: Date;
}): Promise<void> {
  await db().securityEvent.create({ data: input });
}

const KEEP_DAYS = 183;

/** Removes what is older than six months; answers how many rows. */
export async function purgeSecurityEvents(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
  return (await db().securityEvent.deleteMany({ where: { at: { lt: before } } })).count;
}
