import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { endingFault, endingInWords, type Ending, type EndingFault } from "@/domain/people/ending";
import { TRANSFER_LABELS, type TransferKind } from "@/domain/people/transfer";
import { audit } from "@/features/audit/mutations";
import { endRolesOver } from "@/features/members/mutations/end-roles";
import { lockMember } from "@/features/members/mutations/lock-member";
import { settleLogins } from "@/features/members/mutations/settle-logins";
import { notify, notifyEach } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { renewRecallTotals } from "@/features/recalls/mutations/rebuild-recall-totals";
import { endMoves } from "@/features/transfers/mutations/end-moves";
import { findSpeakers } from "@/features/transfers/queries/find-transfer";
import { inTransaction, type Tx } from "@/lib/db";

export type StayEnding = Ending & { memberId: string; stayId: string; actorId: string; now: Date };

export type EndingResult = { ok: true } | { ok: false; field: EndingFault["field"] | "stayId"; detail: string };

const stale = (detail: string): EndingResult => ({ ok: false, field: "stayId", detail });

const LEFT = "这个人已经转出或不存在，没有变动。刷新页面再看。";
const ENDED = "这一段关系已经结束，或者已经办好了转到别处（要改的先取消那次转接），没有变动。刷新页面看过再办。";
const LAST: Readonly<Record<TransferKind, string>> = {
  employment: "本人没有编入支部，再结束工作关系就不在任何名单上了，没有办。人已离开本区的，请工委办转出。",
  membership: "本人没有登记工作单位，再结束组织关系就不在任何名单上了，没有办。人已离开本区的，请工委办转出。",
};

/**
 * Ends 工作关系 or 组织关系 with its last day, without another one after it. Offices over the place end with it, moves still
 * asked for from there are withdrawn, numbers of the former employer go as at a move. The other relation has to go on: whoever
 * has none is on nobody's list. Saying again what holds changes nothing. Audited; the person and the officers of the place
 * are told.
 */
export function endStay(input: StayEnding): Promise<EndingResult> {
  return inTransaction((tx) => end(tx, input));
}

async function end(tx: Tx, input: StayEnding): Promise<EndingResult> {
  const { memberId, kind, stayId, on, actorId, now } = input;
  const today = businessDateOf(now);
  if (!(await lockMember(tx, memberId))) return stale(LEFT);
  const stays = await listStays(tx, memberId, kind);
  const stay = stays.find((one) => one.id === stayId);
  if (!stay) return stale(ENDED);
  if (stay.until !== null) return stay.until === on && stays.at(-1)?.id === stayId ? { ok: true } : stale(ENDED);
  const fault = endingFault(input, { since: stay.since, today });
  if (fault) return { ok: false, ...fault };
  const other = await listStays(tx, memberId, kind === "employment" ? "membership" : "employment");
  if (!other.some(({ since, until }) => since <= today && (until === null || today < until))) return stale(LAST[kind]);
  await close(tx, input);
  // They begin where the person is not any more.
  const where = { memberId, kind, fromId: stay.placeId, state: "open" };
  await endMoves(tx, { where, state: "withdrawn", note: `原来的${TRANSFER_LABELS[kind]}已结束`, actorId, now });
  await endRolesOver(tx, { memberId, placeId: stay.placeId, last: on, actorId, now });
  if (kind === "employment") await settleLogins(tx, { memberId, actorId, now });
  // What was answered after the last day belongs to no place of this kind.
  await renewRecallTotals(tx, memberId);
  await record(tx, input, stay);
  return { ok: true };
}

type Stay = { id: string; placeId: string; place: string; since: string; until: string | null };

/** In the order of their first days. */
async function listStays(tx: Tx, memberId: string, kind: TransferKind): Promise<Stay[]> {
  const where = { memberId };
  const orderBy = { since: "asc" } as const;
  const named = { select: { name: true } } as const;
  if (kind === "employment") {
    const rows = await tx.employment.findMany({ where, orderBy, include: { organisation: named } });
    return rows.map(({ organisationId, organisation, ...row }) => ({
      ...{ ...row, placeId: organisationId, place: organisation.name },
    }));
  }
  const rows = await tx.membership.findMany({ where, orderBy, include: { branch: named } });
  return rows.map(({ branchId, branch, ...row }) => ({ ...row, placeId: branchId, place: branch.name }));
}

async function close(tx: Tx, { kind, stayId: id, on }: StayEnding): Promise<void> {
  const change = { where: { id }, data: { until: on } };
  if (kind === "employment") await tx.employment.update(change);
  else await tx.membership.update(change);
}

async function record(tx: Tx, input: StayEnding, { placeId, place }: Stay): Promise<void> {
  const { memberId, kind, stayId, on, actorId, now } = input;
  const reason = endingInWords(input);
  const field = kind === "employment" ? "organisationId" : "branchId";
  const action = kind === "employment" ? "member.end-employment" : "member.end-membership";
  const detail = { before: { [field]: placeId, until: null }, after: { [field]: null, until: on }, reason };
  await audit(tx, { actorId, action, subjectKind: "member", subjectId: memberId, detail, now });
  const ended = (who: string) => `${who}在${place}的${TRANSFER_LABELS[kind]}到${formatFull(on)}结束，原因：${reason}。`;
  const text = `${ended("你")}积分和学过的都在；登记得不对的，请告诉支部或工委。`;
  const key = `stay-ended:${stayId}`;
  await notify(tx, { memberId, key, text, href: SAYS_ALL, now });
  const { name } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  const asked = { kind, placeId, today: businessDateOf(now), exceptId: memberId };
  const officers = (await findSpeakers(tx, asked)).memberIds.filter((one) => one !== actorId);
  const word = `${ended(name)}不是这样的，请和办理的同志或工委核对。`;
  await notifyEach(tx, officers, { key, text: word, href: SAYS_ALL, now });
}
