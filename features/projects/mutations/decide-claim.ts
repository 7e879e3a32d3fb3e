import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import {
  claimAfter,
  deciderFault,
  dueAfterNote,
  firstDueOn,
  hasPlace,
  isResultOf,
  type ClaimantKind,
  type ClaimState,
  type StationAct,
} from "@/domain/projects/claims";
import { audit } from "@/features/audit/mutations";
import { awardPoints } from "@/features/points/mutations/award-points";
import { inTransaction, type Tx } from "@/lib/db";
import { ended, lockProject, passPlaceOn } from "./hold-place";
import { CLAIMANT, noteToClaimant, tellClaimant } from "./tell-claimant";

export type DecideResult = { ok: true } | { ok: false; reason: "unknown" | "refused"; detail: string };

type Deciding = {
  claimId: string;
  act: StationAct;
  /** The reason, or the thanks. */
  words: string;
  actorId: string;
  now: Date;
};

const UNKNOWN = { ok: false, reason: "unknown", detail: "没有这份认领，刷新页面再看。" } as const;
const CHANGED = "这份认领刚才有变化，这一次没有办。刷新页面看过再办。";
const NO_CONTACT = "联系方式已经按期删除。请先再次征得同意，更换联系方式，再同意认领。";

const refused = (detail: string): DecideResult => ({ ok: false, reason: "refused", detail });

/** What the station says to a claim: assent, refusal, not done yet, confirmation, release. Done again it says the same. Audited. */
export function decideClaim(input: Deciding): Promise<DecideResult> {
  const { claimId, act, actorId } = input;
  return inTransaction(async (tx): Promise<DecideResult> => {
    const found = await tx.projectClaim.findUnique({ where: { id: claimId }, select: { projectId: true } });
    const project = found && (await lockProject(tx, found.projectId));
    if (!project) return UNKNOWN;
    const row = await tx.projectClaim.findUniqueOrThrow({ where: { id: claimId } });
    const claim = { ...row, state: row.state as ClaimState, claimantKind: row.claimantKind as ClaimantKind };
    const fault = deciderFault(claim, actorId);
    if (fault !== null) return refused(fault);
    const next = claimAfter(act, claim.state);
    if (next === null) return isResultOf(act, claim.state) ? { ok: true } : refused(CHANGED);
    if (act === "approve" && project.contactKind === "person") {
      const kept = await tx.projectContact.count({ where: { projectId: project.id } });
      if (kept === 0) return refused(NO_CONTACT);
    }
    await DO[act](tx, { ...input, claim, next, project: { id: project.id, title: project.title, days: project.days } });
    const detail = input.words === "" ? {} : { after: { words: input.words } };
    const subject = { subjectKind: "claim", subjectId: claimId };
    await audit(tx, { actorId, action: `claim.${act}`, ...subject, detail, now: input.now });
    return { ok: true };
  });
}

type Step = Deciding & {
  claim: { memberId: string; claimantId: string; claimantKind: ClaimantKind; state: ClaimState; dueOn: string | null };
  next: ClaimState;
  project: { id: string; title: string; days: number };
};

const DO: Readonly<Record<StationAct, (tx: Tx, step: Step) => Promise<void>>> = {
  approve: async (tx, { claimId, next, project, actorId, now, ...step }) => {
    const dueOn = firstDueOn(businessDateOf(now), project.days);
    await tx.projectClaim.update({
      where: { id: claimId },
      data: { state: next, approvedAt: now, decidedById: actorId, dueOn },
    });
    const title = `工作站同意了：${project.title}`;
    const body = `可以看联系方式，约好时间去办。${formatDay(dueOn)}以前办好，或者记一条进展。`;
    const key = `claim:${claimId}:${now.getTime()}`;
    await tellClaimant(tx, { claim: step.claim, key, title, body, now });
  },
  refuse: (tx, step) => endFor(tx, step, `工作站没有同意：${step.words}`),
  release: (tx, step) => endFor(tx, step, `工作站放回了：${step.words}`),
  reopen: async (tx, { claim, next, ...step }) => {
    const dueOn = dueAfterNote(claim.dueOn ?? "", businessDateOf(step.now));
    await tx.projectClaim.update({ where: { id: step.claimId }, data: { state: next, reason: step.words, dueOn } });
    await tell(tx, { ...step, claim }, `还没有办完：${step.words}`);
  },
  confirm: confirmFor,
};

async function endFor(tx: Tx, step: Step, words: string): Promise<void> {
  const { claimId, claim, next, project, actorId, now } = step;
  await tx.projectClaim.update({
    where: { id: claimId },
    data: { ...ended(next, now, step.words), holderOf: null, decidedById: actorId },
  });
  await tell(tx, step, words);
  if (hasPlace(claim.state)) await passPlaceOn(tx, { projectId: project.id, today: businessDateOf(now), now });
}

/** The project is done: the claimant's points once, the thanks, and the end for those who still wait. */
async function confirmFor(tx: Tx, step: Step): Promise<void> {
  const { claimId, claim, next, project, words, actorId, now } = step;
  const points =
    claim.claimantKind === "member"
      ? await awardPoints(tx, { memberId: claim.claimantId, reason: "project", source: `project:${project.id}`, now })
      : { value: 0 };
  await tx.projectClaim.update({
    where: { id: claimId },
    data: { ...ended(next, now), decidedById: actorId, pointsAwarded: points.value },
  });
  await tx.project.update({
    where: { id: project.id },
    data: { state: "confirmed", confirmedAt: now, endedOn: businessDateOf(now), thanks: words, updatedAt: now },
  });
  await closeWaiting(tx, project.id, { now, reason: "别的同志已经办成了" });
  const earned = points.value > 0 ? `，积${points.value}分` : "";
  await tell(tx, step, `确认办成${earned}。${words}`);
}

/** Those who are alive on a project that has ended. */
export async function closeWaiting(
  tx: Tx,
  projectId: string,
  { now, reason }: { now: Date; reason: string },
): Promise<void> {
  const rows = await tx.projectClaim.findMany({
    where: { projectId, activeKey: { not: null } },
    select: { ...CLAIMANT, id: true, project: { select: { title: true } } },
  });
  for (const { id, project, ...claim } of rows) {
    await tx.projectClaim.update({ where: { id }, data: { ...ended("closed", now, reason), holderOf: null } });
    const words = `已经结束：${reason}。谢谢你的心意。`;
    await noteToClaimant(tx, { claim, key: `claim:${id}:closed`, title: project.title, words, now });
  }
}

type Told = Pick<Step, "claimId" | "claim" | "project" | "now">;

/** Several steps of a claim may say the same on different days: the key has the instant. */
function tell(tx: Tx, { claimId, claim, project, now }: Told, words: string): Promise<void> {
  const key = `claim:${claimId}:${now.getTime()}`;
  return noteToClaimant(tx, { claim, key, title: project.title, words: `，${words}`, now });
}
