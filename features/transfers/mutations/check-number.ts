import { parseLogin } from "@/domain/people/login";
import type { TransferKind } from "@/domain/people/transfer";
import { lookupHash } from "@/lib/crypto";
import type { Tx } from "@/lib/db";

type Typed = { memberId: string; kind: TransferKind; toId: string; typed: string };

export type NumberResult = { ok: true; workNumber: string | null } | { ok: false; detail: string };

/**
 * The work number at the new employer, with or without the short code in front. Null when none was typed or the move
 * is one of membership; a number that somebody else has is refused.
 */
export async function checkNumber(tx: Tx, { memberId, kind, toId, typed }: Typed): Promise<NumberResult> {
  if (kind !== "employment" || typed.trim() === "") return { ok: true, workNumber: null };
  const employer = await tx.organisation.findUniqueOrThrow({ where: { id: toId }, select: { shortCode: true } });
  const { shortCode } = employer;
  const whole = parseLogin(typed);
  const login = "value" in whole && whole.kind === "work-number" ? whole : parseLogin(`${shortCode}-${typed}`);
  if ("error" in login || login.kind !== "work-number" || login.shortCode !== shortCode) {
    return { ok: false, detail: `新单位的短码是${shortCode}，工号只写后半段，例如0012；或写全${shortCode}-0012。` };
  }
  const hash = lookupHash("login", login.value);
  const taken = await tx.login.findUnique({ where: { hash }, select: { memberId: true } });
  if (taken && taken.memberId !== memberId) {
    return { ok: false, detail: `${login.value}已经登记给别人了，请核对新工号。` };
  }
  return { ok: true, workNumber: login.workNumber };
}
