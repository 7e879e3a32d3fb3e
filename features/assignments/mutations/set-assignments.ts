import { coveredMembers } from "@/domain/assignments/coverage";
import { checkDueDate } from "@/domain/assignments/due-date";
import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { covering } from "@/features/access/queries";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { earlierKey, findEarlierAnswers, type Asked } from "../queries/earlier-answers";
import { checkTarget } from "../queries/check-target";
import type { Target } from "../types";

export type NewAssignments = {
  readonly branchId: string;
  readonly targets: readonly Target[];
  /** Null: the whole branch. */
  readonly memberIds: readonly string[] | null;
  readonly dueOn: string;
  readonly note: string;
  readonly actorId: string;
  readonly now: Date;
};

export type SetResult =
  | { readonly ok: true; readonly ids: readonly string[]; readonly remark: string | null }
  | { readonly ok: false; readonly field: "targets" | "memberIds" | "due"; readonly detail: string };

/**
 * Assigns one or several things to a branch or to some of its people: all of them or none. Refused are a past due date,
 * what is retired, taken down or cannot be answered, people of other branches, and what is open for the same people
 * already (so that a double tap sets nothing twice). Whoever answered it before has it done at once. Audited.
 */
export function setAssignments(input: NewAssignments): Promise<SetResult> {
  const today = businessDateOf(input.now);
  return inTransaction(async (tx) => {
    const due = checkDueDate(input.dueOn, today);
    if (!due.ok) return { ok: false, field: "due", detail: due.detail } as const;
    // Locks the branch, so that of two taps at once the second one sees the assignments of the first.
    await tx.branch.update({ where: { id: input.branchId }, data: { id: input.branchId } });
    const stranger = await findStranger(tx, input, today);
    if (stranger) return { ok: false, field: "memberIds", detail: stranger } as const;
    const titled = await titles(tx, input, today);
    if ("detail" in titled) return { ok: false, field: "targets", detail: titled.detail } as const;
    const ids: string[] = [];
    for (const [index, target] of input.targets.entries()) {
      ids.push(await insert(tx, { ...input, target, title: titled.titles[index] ?? "", today }));
    }
    return { ok: true, ids, remark: due.remark } as const;
  });
}

async function findStranger(tx: Tx, { branchId, memberIds }: NewAssignments, today: string): Promise<string | null> {
  if (memberIds === null) return null;
  if (memberIds.length === 0) return "请至少选一个人，或改为全支部。";
  const here = await tx.member.count({
    where: {
      ...{ id: { in: [...memberIds] }, state: { not: "left" } },
      memberships: { some: { branchId, ...covering(today) } },
    },
  });
  return here === new Set(memberIds).size ? null : "选的人里有人已经不在本支部，请刷新页面重新选择。";
}

async function titles(
  tx: Tx,
  input: NewAssignments,
  today: string,
): Promise<{ titles: string[] } | { detail: string }> {
  const found: string[] = [];
  for (const target of input.targets) {
    const checked = await checkTarget(tx, target, input.dueOn);
    if (!checked.ok) return { detail: checked.detail };
    const open = await findOpen(tx, input, target, today);
    if (open !== null) {
      return { detail: `《${checked.title}》已经派发过，${formatDay(open)}前完成，没有重复派发。` };
    }
    found.push(checked.title);
  }
  return { titles: found };
}

/** The due date of an open assignment of the same thing that reaches one of the same people. */
async function findOpen(tx: Tx, input: NewAssignments, target: Target, today: string): Promise<string | null> {
  const rows = await tx.assignment.findMany({
    where: {
      ...{ branchId: input.branchId, targetKind: target.kind, targetId: target.id },
      ...{ state: "open", dueOn: { gte: today } },
    },
    select: { dueOn: true, whole: true, assignees: { select: { memberId: true } } },
  });
  const meets = rows.find(({ whole, assignees }) => {
    if (whole || input.memberIds === null) return true;
    return assignees.some(({ memberId }) => input.memberIds?.includes(memberId));
  });
  return meets?.dueOn ?? null;
}

type Insert = NewAssignments & { target: Target; title: string; today: string };

async function insert(tx: Tx, input: Insert): Promise<string> {
  const { branchId, target, title, note, dueOn, actorId, now, today } = input;
  const id = newId(now);
  const whole = input.memberIds === null;
  const chosen = [...new Set(input.memberIds ?? [])];
  const row = { branchId, targetKind: target.kind, targetId: target.id, title, note, setOn: today, dueOn, whole };
  await tx.assignment.create({ data: { id, ...row, createdById: actorId, createdAt: now } });
  await tx.assignee.createMany({ data: chosen.map((memberId) => ({ assignmentId: id, memberId })) });
  const stays = await tx.membership.findMany({ where: { branchId, ...covering(today) } });
  const covered = coveredMembers({ branchId, dueOn, whole, chosen }, stays, today);
  await markEarlier(tx, { id, targetKind: target.kind, targetId: target.id, setOn: today }, covered, now);
  await audit(tx, {
    ...{ actorId, action: "assignment.set", subjectKind: "assignment", subjectId: id, now },
    detail: { after: { title, branchId, dueOn, count: covered.length } },
  });
  return id;
}

/** Whoever answered before is done at once, without points for it. */
async function markEarlier(tx: Tx, asked: Asked, memberIds: readonly string[], now: Date): Promise<void> {
  const earlier = await findEarlierAnswers(tx, { asked: [asked], memberIds });
  const done = memberIds.flatMap((memberId) => {
    const on = earlier.get(earlierKey(asked.id, memberId));
    return on === undefined ? [] : [{ memberId, on }];
  });
  await tx.assignmentResult.createMany({
    data: done.map(({ memberId, on }) => ({
      ...{ assignmentId: asked.id, memberId, kind: "answered", on, recordedAt: now },
    })),
  });
}
