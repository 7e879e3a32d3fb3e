import { businessDateOf } from "@/domain/calendar/shanghai";
import { createInvitationIn } from "@/features/invitations/mutations";
import { createMember } from "@/features/members/mutations/create-member";
import { db, inTransaction } from "@/lib/db";
import { FIRST_ADMINISTRATOR_LOGIN, FIRST_ADMINISTRATOR_NAME } from "./constants";
import { listAdministrators } from "./queries";

/** A fixed id, so that two commands at once make one administrator. */
const FIRST_ADMINISTRATOR_ID = "first-administrator";

export type FirstLink = { ok: true; token: string; login: string } | { ok: false; reason: "administered" };

/**
 * The invitation of the first administrator. While nobody has accepted it a repeat revokes it and gives a fresh one;
 * once an administrator has signed in there is none.
 */
export async function inviteFirstAdministrator(now: Date): Promise<FirstLink> {
  const administrators = await listAdministrators(now);
  if (administrators.some((one) => one.state === "active")) return { ok: false, reason: "administered" };
  const memberId = administrators[0]?.id ?? (await makeFirstAdministrator(now));
  const issued = await inTransaction((tx) => createInvitationIn(tx, { memberId, actorId: null, now }));
  if (issued) return { ok: true, token: issued.token, login: FIRST_ADMINISTRATOR_LOGIN };
  // Somebody came in while this was asked for.
  if ((await listAdministrators(now)).some((one) => one.state === "active"))
    return { ok: false, reason: "administered" };
  throw new Error(`登录名${FIRST_ADMINISTRATOR_LOGIN}的账号不等邀请，而且不是在用的管理员，没有发邀请。`);
}

async function makeFirstAdministrator(now: Date): Promise<string> {
  const made = await createMember({
    id: FIRST_ADMINISTRATOR_ID,
    name: FIRST_ADMINISTRATOR_NAME,
    standing: "full",
    login: FIRST_ADMINISTRATOR_LOGIN,
    organisationId: null,
    branchId: null,
    roles: [{ role: "administrator", scopeKind: "zone", scopeId: "" }],
    since: businessDateOf(now),
    actorId: null,
    now,
  });
  if (made.ok) return made.memberId;
  // Another command was quicker: its administrator is ours.
  const other = await db().member.findUnique({ where: { id: FIRST_ADMINISTRATOR_ID }, select: { id: true } });
  if (other) return other.id;
  throw new Error(`登录名${FIRST_ADMINISTRATOR_LOGIN}已经给了别人，不能建立首位管理员。`);
}
