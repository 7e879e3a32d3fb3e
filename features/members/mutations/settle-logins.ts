import { businessDateOf } from "@/domain/calendar/shanghai";
import { parseLogin } from "@/domain/people/login";
import { covering } from "@/features/access/queries";
import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { lookupHash, openText } from "@/lib/crypto";
import type { Tx } from "@/lib/db";
import { addLogin } from "./add-login";

type Settling = { memberId: string; actorId: string | null; now: Date };

/**
 * Work-number logins follow the employer of today: the number that the new employer gave becomes a login, and then
 * numbers of former employers go. The last login always stays, so that nobody is locked out: without a new number and
 * without a phone the old one serves on. A number that somebody else has already is not taken. Safe to repeat.
 */
export async function settleLogins(tx: Tx, { memberId, actorId, now }: Settling): Promise<void> {
  const employment = await tx.employment.findFirst({
    where: { memberId, ...covering(businessDateOf(now)) },
    include: { organisation: { select: { id: true, shortCode: true } } },
  });
  if (!employment) return;
  const { workNumber, organisation } = employment;
  const added = workNumber ? await addNumber(tx, `${organisation.shortCode}-${workNumber}`, { memberId, now }) : null;
  const removed = await dropFormerNumbers(tx, { memberId, organisationId: organisation.id });
  if (added === null && removed === 0) return;
  const text = [
    added === null ? "" : `你在新单位的登录名是${added}。`,
    removed > 0 ? "原单位的工号登录名已经停用。" : "",
  ].join("");
  await notify(tx, { memberId, key: `logins-settled:${employment.id}:${added ?? removed}`, text, href: SAYS_ALL, now });
  const detail = { ...(added === null ? {} : { after: { means: "work-number" } }), count: removed };
  await audit(tx, { actorId, action: "member.login.settle", subjectKind: "member", subjectId: memberId, detail, now });
}

/** The login when it is new; null when the person has it already, or somebody else does. */
async function addNumber(
  tx: Tx,
  typed: string,
  { memberId, now }: { memberId: string; now: Date },
): Promise<string | null> {
  const login = parseLogin(typed);
  if ("error" in login) return null;
  if ((await tx.login.count({ where: { hash: lookupHash("login", login.value) } })) > 0) return null;
  await addLogin(tx, { memberId, login, now });
  return login.value;
}

type Place = { memberId: string; organisationId: string };

/** Takes away the numbers of organisations other than this one, as long as another login remains. */
async function dropFormerNumbers(tx: Tx, { memberId, organisationId }: Place): Promise<number> {
  const logins = await tx.login.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } });
  const former: string[] = [];
  for (const login of logins.filter((one) => one.kind === "work-number")) {
    const code = openText(login.cipher).split("-")[0] ?? "";
    const owner = await findOwner(tx, code);
    if (owner !== null && owner !== organisationId) former.push(login.id);
  }
  const gone = former.length === logins.length ? former.slice(0, -1) : former;
  if (gone.length > 0) await tx.login.deleteMany({ where: { id: { in: gone } } });
  return gone.length;
}

/** The organisation that has or had a short code; null for codes of the committee's own (`GW-…`). */
async function findOwner(tx: Tx, code: string): Promise<string | null> {
  const current = await tx.organisation.findUnique({ where: { shortCode: code }, select: { id: true } });
  if (current) return current.id;
  const former = await tx.formerShortCode.findUnique({ where: { code }, select: { organisationId: true } });
  return former?.organisationId ?? null;
}
