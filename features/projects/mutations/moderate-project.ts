import { businessDateOf } from "@/domain/calendar/shanghai";
import { stateAfter } from "@/domain/projects/moderation";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { findWarnings } from "../queries/find-warnings";
import { closeWaiting } from "./decide-claim";
import { findForStep, STALE, type Step, type StepResult } from "./find-for-step";
import { tellModerators, tellWriters } from "./tell-moderators";

const UNSEEN: StepResult = {
  ...{ ok: false, reason: "refused" },
  detail: "文字里有可能认出人的地方，没有通过。请逐处看过，改好或者确认没有问题，勾选以后再通过。",
};

/**
 * 初审通过, then 复审发布, by two people who did not write it; those who may take the second look are told of it.
 * `seen`: what the help found was read. Audited.
 */
export function passProject(input: Step & { seen: boolean }): Promise<StepResult> {
  const { projectId: id, version, seen, actorId, now } = input;
  return inTransaction(async (tx): Promise<StepResult> => {
    const found = await findForStep(tx, input, "pass");
    if (!found.ok) return found;
    if (!seen && (await findWarnings(id, tx)).length > 0) return UNSEEN;
    const { state } = found.project;
    const isFirst = state === "submitted";
    const { count } = await tx.project.updateMany({
      where: { id, version, state },
      data: {
        ...{ state: stateAfter("pass", state), version: { increment: 1 }, updatedAt: now },
        ...(isFirst ? { checkerId: actorId, checkedAt: now } : { publisherId: actorId, publishedAt: now }),
      },
    });
    if (count === 0) return STALE;
    const action = isFirst ? "project.check" : "project.publish";
    await audit(tx, { actorId, action, subjectKind: "project", subjectId: id, now });
    if (isFirst) {
      const except = [...found.project.writers, actorId];
      await tellModerators(tx, { ...found.project, version: version + 1 }, { look: "second", except, now });
    }
    return { ok: true };
  });
}

/** 退回修改: with the reason that the station reads and its writers are told. Audited. */
export function returnProject(input: Step & { reason: string }): Promise<StepResult> {
  return turnDown(input, "return");
}

/** 撤回: out of everybody's sight; the contact is deleted 30 days later. Audited. */
export function withdrawProject(input: Step & { reason: string }): Promise<StepResult> {
  return turnDown(input, "withdraw");
}

function turnDown(input: Step & { reason: string }, step: "return" | "withdraw"): Promise<StepResult> {
  const { projectId: id, version, reason, actorId, now } = input;
  return inTransaction(async (tx: Tx): Promise<StepResult> => {
    const found = await findForStep(tx, input, step);
    if (!found.ok) return found;
    const { state } = found.project;
    const { count } = await tx.project.updateMany({
      where: { id, version, state },
      data: {
        ...{ state: stateAfter(step, state), reviewNote: reason, version: { increment: 1 }, updatedAt: now },
        ...(step === "withdraw" ? { endedOn: businessDateOf(now) } : { checkerId: null, checkedAt: null }),
      },
    });
    if (count === 0) return STALE;
    if (step === "withdraw") await closeWaiting(tx, id, { now, reason: "工作站撤回了" });
    const action = step === "return" ? "project.return" : "project.withdraw";
    const detail = { after: { reason } };
    await audit(tx, { actorId, action, subjectKind: "project", subjectId: id, detail, now });
    if (step === "return") await tellWriters(tx, { ...found.project, version: version + 1 }, { reason, actorId, now });
    return { ok: true };
  });
}
