import { db } from "@/lib/db";
import { keptSince } from "./constants";

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

/** Removes what is older than six months; answers how many rows. */
export async function purgeSecurityEvents(now: Date): Promise<number> {
  return (await db().securityEvent.deleteMany({ where: { at: { lt: keptSince(now) } } })).count;
}
