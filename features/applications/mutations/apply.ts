import { parseLogin, type ParsedLogin } from "@/domain/people/login";
import { normaliseName } from "@/domain/people/name";
import { lookupHash, sealText, sha256Hex } from "@/lib/crypto";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { takeTurn } from "@/lib/rate-window";
import { findOpenJoinCode } from "../queries/find-join-code";
import { tellOfApplication } from "./tell-of-application";

/** A whole factory may stand behind one address and apply in one meeting: the limits stop machines, not people. */
const PER_ADDRESS = { name: "apply-address", limit: 120, windowMs: 10 * 60_000 };
const PER_CODE = { name: "apply-code", limit: 300, windowMs: 60 * 60_000 };
/** So many may wait for an officer at once. */
const MOST_OPEN = 300;

export type ApplyResult =
  | { ok: true }
  | { ok: false; reason: "gone" }
  | { ok: false; reason: "too-many"; detail: string }
  | { ok: false; reason: "field"; field: "name" | "login"; detail: string };

/**
 * Asks to be taken into the branch of a code. Whether somebody has the login is not looked at, so that neither the reply
 * nor its time tells. The same secret again, by a double tap or after going back, changes the application while it waits
 * and makes no second one.
 */
export async function applyToBranch(input: {
  token: string;
  secret: string;
  name: string;
  login: string;
  address: string;
  now: Date;
}): Promise<ApplyResult> {
  const { address, now } = input;
  if (!takeTurn(PER_ADDRESS, address, now.getTime())) return tooMany("这个网络地址刚才送来的申请太多了");
  const code = await findOpenJoinCode(input.token, now);
  if (!code) return { ok: false, reason: "gone" };
  const name = normaliseName(input.name);
  if (name === "") return { ok: false, reason: "field", field: "name", detail: "请填写姓名。" };
  const login = parseLogin(input.login);
  if ("error" in login) return { ok: false, reason: "field", field: "login", detail: login.error };
  if (!takeTurn(PER_CODE, code.id, now.getTime())) return tooMany("这个支部码刚才收到的申请太多了");
  return keep({ code, name, login, secretHash: sha256Hex(input.secret), now });
}

function tooMany(what: string): ApplyResult {
  return { ok: false, reason: "too-many", detail: `${what}，没有收下。填写的内容还在这一页，请过十分钟再交。` };
}

type Checked = {
  code: { id: string; branchId: string };
  name: string;
  login: ParsedLogin;
  secretHash: string;
  now: Date;
};

async function keep({ code, name, login, secretHash, now }: Checked): Promise<ApplyResult> {
  const typed = {
    ...{ name, loginKind: login.kind },
    ...{ loginHash: lookupHash("login", login.value), loginCipher: sealText(login.value) },
  };
  const { id: joinCodeId, branchId } = code;
  try {
    return await inTransaction(async (tx): Promise<ApplyResult> => {
      const held = await tx.application.findUnique({ where: { secretHash }, select: { id: true } });
      if (held) {
        await tx.application.updateMany({ where: { id: held.id, joinCodeId, state: "open" }, data: typed });
        return { ok: true };
      }
      const others = await tx.application.count({ where: { branchId, state: "open" } });
      if (others >= MOST_OPEN) {
        return tooMany("等待支部确认的申请已经太多了");
      }
      const { id } = await tx.application.create({
        data: { ...typed, branchId, joinCodeId, secretHash, createdAt: now },
        select: { id: true },
      });
      await tellOfApplication(tx, { id, branchId, others, now });
      return { ok: true };
    });
  } catch (error) {
    // The other tap of two was first.
    if (isUniqueViolation(error)) return { ok: true };
    throw error;
  }
}
