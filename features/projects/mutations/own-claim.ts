import { businessDateOf } from "@/domain/calendar/shanghai";
import {
  claimAfter,
  dueAfterNote,
  hasPlace,
  isResultOf,
  type ClaimAct,
  type ClaimState,
} from "@/domain/projects/claims";
import { inTransaction, type Tx } from "@/lib/db";
import { ended, lockProject, passPlaceOn } from "./hold-place";
import { tellStation } from "./tell-station";

export type OwnResult = { ok: true } | { ok: false; detail: string };

type Own = { claimId: string; now: Date };

const WHY_NOT: Readonly<Record<ClaimState, string>> = {
  waiting: "还在排队，轮到以后、工作站同意了才能办。",
  held: "还在等工作站同意，同意了才能办。",
  approved: "已经可以办了，这一步现在不用办。",
  done: "已经报了办完，在等工作站确认。",
  confirmed: "已经确认办成了。",
  withdrawn: "已经放回了，这一次没有改动。",
  refused: "工作站没有同意，这一次没有改动。",
  released: "到期没有进展，已经放回，这一次没有改动。",
  closed: "项目已经结束，这一次没有改动。",
};

const refusal = (state: ClaimState): OwnResult => ({ ok: false, detail: WHY_NOT[state] });

/** The claim after its project's row was taken: nobody else changes it meanwhile. */
async function lockClaim(tx: Tx, claimId: string) {
  const { projectId } = await tx.projectClaim.findUniqueOrThrow({
    where: { id: claimId },
    select: { projectId: true },
  });
  await lockProject(tx, projectId);
  const row = await tx.projectClaim.findUniqueOrThrow({ where: { id: claimId } });
  return { ...row, state: row.state as ClaimState };
}

/** 放回, while it is not called done. The next who waits comes in. Done again it says the same. */
export function withdrawClaim({ claimId, now }: Own): Promise<OwnResult> {
  return inTransaction(async (tx): Promise<OwnResult> => {
    const { state, projectId } = await lockClaim(tx, claimId);
    const act: ClaimAct = "withdraw";
    const next = claimAfter(act, state);
    if (next === null) return isResultOf(act, state) ? { ok: true } : refusal(state);
    await tx.projectClaim.update({ where: { id: claimId }, data: { ...ended(next, now), holderOf: null } });
    if (hasPlace(state)) await passPlaceOn(tx, { projectId, today: businessDateOf(now), now });
    return { ok: true };
  });
}

const OTHER_WORDS = "先前那一条进展已经记下了，这一次写的不一样，没有记。刷新页面看过，再写一条。";

/**
 * A progress note, by the key of the browser that sends it: sent twice it is one, and other words under the same key are
 * refused, so that nobody takes them for kept. It may move the last day.
 */
export function noteOnClaim(input: Own & { noteKey: string; text: string }): Promise<OwnResult> {
  const { claimId, noteKey, text, now } = input;
  return inTransaction(async (tx): Promise<OwnResult> => {
    const { state, dueOn } = await lockClaim(tx, claimId);
    const before = await tx.claimNote.findUnique({ where: { claimId_noteKey: { claimId, noteKey } } });
    if (before !== null) return before.text === text ? { ok: true } : { ok: false, detail: OTHER_WORDS };
    if (state !== "approved") return refusal(state);
    await tx.claimNote.create({ data: { claimId, noteKey, text, at: now } });
    const moved = dueOn === null ? null : dueAfterNote(dueOn, businessDateOf(now));
    await tx.projectClaim.update({ where: { id: claimId }, data: { dueOn: moved } });
    return { ok: true };
  });
}

const otherCompletion = (before: string): string =>
  `先前已经报了办完，写的是“${before}”。这一次写的不一样，没有存。要改，请告诉工作站。`;

/**
 * 办完了, in a few words; the station confirms. The same words again, as after a lost reply, are the same act; others are
 * refused, so that nobody takes them for kept.
 */
export function completeClaim({ claimId, text, now }: Own & { text: string }): Promise<OwnResult> {
  return inTransaction(async (tx): Promise<OwnResult> => {
    const { state, completion } = await lockClaim(tx, claimId);
    const next = claimAfter("complete", state);
    if (next === null && !isResultOf("complete", state) && state !== "confirmed") return refusal(state);
    if (next === null) return completion === text ? { ok: true } : { ok: false, detail: otherCompletion(completion) };
    await tx.projectClaim.update({ where: { id: claimId }, data: { state: next, completion: text, completedAt: now } });
    await tellStation(tx, { claimId, what: "done", now });
    return { ok: true };
  });
}
