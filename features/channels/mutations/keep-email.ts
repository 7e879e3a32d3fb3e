import { lookupHash, normaliseCode, randomCode, sealText } from "@/lib/crypto";
import { db } from "@/lib/db";
import type { Channel } from "@/lib/delivery/channel";
import { takeTurn } from "@/lib/rate-window";

const HOUR_MS = 60 * 60_000;
/** Nobody's mailbox is filled by this: so many codes an hour for one person, and for one address. */
const PER_MEMBER = { name: "email-code", limit: 5, windowMs: HOUR_MS };
const PER_ADDRESS = { name: "email-code-address", limit: 5, windowMs: HOUR_MS };
const MINUTES = 30;
const MOST_TRIES = 5;

const codeHash = (memberId: string, code: string): string => lookupHash("email-code", `${memberId}:${code}`);

export type KeepResult = { ok: true } | { ok: false; detail: string };

/**
 * Sends a code to the address that a person typed. Until they type it back nothing else is sent there, and the address
 * before it is forgotten. When the mail cannot be handed over nothing is kept.
 */
export async function requestEmail(input: {
  memberId: string;
  address: string;
  channel: Channel;
  now: Date;
}): Promise<KeepResult> {
  const { memberId, address, channel, now } = input;
  const isFree = takeTurn(PER_MEMBER, memberId, now.getTime()) && takeTurn(PER_ADDRESS, address, now.getTime());
  if (!isFree) return { ok: false, detail: "一小时里发的确认码太多了，过一会儿再试。" };
  const code = randomCode();
  const body = `确认码：${code}\n\n有人在指尖课堂填了这个邮箱收通知。是你本人，请在“通知方式”里填上确认码，${MINUTES}分钟内有效；不是你，不用理会。`;
  const outcome = await channel.send({ title: "指尖课堂邮箱确认码", body, url: "" }, { address });
  if (outcome.state === "dead") return { ok: false, detail: "这个邮箱收不到邮件，请看看有没有写错。" };
  if (outcome.state === "retry") return { ok: false, detail: "邮件服务器这会儿没有回音，没有发出去，请过一会儿再试。" };
  const data = {
    ...{ cipher: sealText(JSON.stringify({ address })), confirmedAt: null, codeHash: codeHash(memberId, code) },
    ...{ codeExpiresAt: new Date(now.getTime() + MINUTES * 60_000), tries: 0, failures: 0, offAt: null, offReason: "" },
  };
  const create = { memberId, ...data, createdAt: now };
  await db().emailAddress.upsert({ where: { memberId }, create, update: data });
  return { ok: true };
}

/** Takes the address into use when the code is right. A code serves once; five wrong ones end it. */
export async function confirmEmail(input: { memberId: string; code: string; now: Date }): Promise<KeepResult> {
  const { memberId, code, now } = input;
  const open = { memberId, confirmedAt: null, tries: { lt: MOST_TRIES }, codeExpiresAt: { gt: now } };
  const confirmed = await db().emailAddress.updateMany({
    where: { ...open, codeHash: codeHash(memberId, normaliseCode(code)) },
    data: { confirmedAt: now, codeHash: null, codeExpiresAt: null },
  });
  if (confirmed.count === 1) return { ok: true };
  const counted = await db().emailAddress.updateMany({ where: open, data: { tries: { increment: 1 } } });
  if (counted.count === 1) return { ok: false, detail: "确认码不对，请照邮件里的再填一次。" };
  const stands = await db().emailAddress.count({ where: { memberId, confirmedAt: { not: null } } });
  return stands === 1 ? { ok: true } : { ok: false, detail: "确认码已经失效，请重新发一封。" };
}

/** Forgets the address. Safe to repeat. */
export async function removeEmail(memberId: string): Promise<void> {
  await db().emailAddress.deleteMany({ where: { memberId } });
}
