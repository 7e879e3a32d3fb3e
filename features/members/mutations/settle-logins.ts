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
 * numbers of former employers go; without an employer those of former ones go. The last login always stays, so that nobody is locked out: without a new number and
 * without a phone the old one serves on. A number that somebody else has already is not taken. Safe to repeat.
 */
export async function settleLogins(tx: Tx, { memberId, actorId, now }: Settling): Promise<void> {
  const today = businessDateOf(now);
  const employment = await tx.employment.findFirst({
    where: { memberId, ...covering(today) },
    include: { organisation: { select: { id: true, shortCode: true } } },
  });
  const added = employment ? await addNumber(tx, employment, { memberId, now }) : null;
  const isFormer = employment
    ? (owner: string) => owner !== employment.organisation.id
    : await formerEmployers(tx, { memberId, today });
  const removed = await dropNumbers(tx, memberId, isFormer);
  if (added === null && removed === 0) return;
  const text = [
    added === null ? "" : `你在新单位的登录名是${added}。`,
    removed > 0 ? "原单位的工号登录名已经停用。" : "",
  ].join("");
  const key = `logins-settled:${employment?.id ?? today}:${added ?? removed}`;
  await notify(tx, { memberId, key, text, href: SAYS_ALL, now });
  const detail = { ...(added === null ? {} : { after: { means: "work-number" } }), count: removed };
  await audit(tx, { actorId, action: "member.login.settle", subjectKind: "member", subjectId: memberId, detail, now });
}

type Employer = { workNumber: string | null; organisation: { shortCode: string } };

/** The login when it is new; null without a number, when the person has it already, or when somebody else does. */
async function addNumber(
  tx: Tx,
  { workNumber, organisation }: Employer,
  { memberId, now }: { memberId: string; now: Date },
): Promise<string | null> {
  if (!workNumber) return null;
  const login = parseLogin(`${organisation.shortCode}-${workNumber}`);
  if ("error" in login) return null;
  if ((await tx.login.count({ where: { hash: lookupHash("login", login.value) } })) > 0) return null;
  await addLogin(tx, { memberId, login, now });
  return login.value;
}

/** Whom the person worked for: a number of somebody else's may have been given ahead of the first day there. */
async function formerEmployers(tx: Tx, { memberId, today }: { memberId: string; today: string }) {
  const rows = await tx.employment.findMany({
    where: { memberId, until: { lt: today } },
    select: { organisationId: true },
  });
  const ids = new Set(rows.map((row) => row.organisationId));
  return (owner: string): boolean => ids.has(owner);
}

/** Takes away the numbers of former employers, as long as another login remains. */
async function dropNumbers(tx: Tx, memberId: string, isFormer: (owner: string) => boolean): Promise<number> {
  const logins = await tx.login.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } });
  const former: string[] = [];
  for (const login of logins.filter((one) => one.kind === "work-number")) {
    const code = openText(login.cipher).split("-")[0] ?? "";
    const owner = await findOwner(tx, code);
    if (owner !== null && isFormer(owner)) former.push(login.id);
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
