import { normaliseName } from "@/domain/people/name";
import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { addLogin, checkLogin, loginTaken, type LoginFault } from "./add-login";

/** Sets the name of a person who was made without one, and a further login when one is typed. Audited without either. */
export async function nameMember(input: {
  memberId: string;
  name: string;
  /** Empty for none. */
  login: string;
  actorId: string;
  now: Date;
}): Promise<{ ok: true } | LoginFault> {
  const { memberId, actorId, now } = input;
  const checked = input.login.trim() === "" ? null : checkLogin(input.login, null);
  if (checked && !checked.ok) return checked;
  try {
    return await inTransaction(async (tx) => {
      await tx.member.update({ where: { id: memberId }, data: { name: normaliseName(input.name) } });
      if (checked) await addLogin(tx, { memberId, login: checked.login, now });
      const detail = { login: checked !== null };
      await audit(tx, { actorId, action: "member.name", subjectKind: "member", subjectId: memberId, detail, now });
      return { ok: true } as const;
    });
  } catch (error) {
    return loginTaken(error);
  }
}
