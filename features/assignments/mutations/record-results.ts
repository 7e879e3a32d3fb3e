import { coveredMembers } from "@/domain/assignments/coverage";
import { mannerLabel, type ExcuseManner, type OfflineManner } from "@/domain/assignments/outcome";
import { formatDay } from "@/domain/calendar/labels";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { sqlOf } from "@/lib/db/prepared";
import { earlierKey, findEarlierAnswers } from "../queries/earlier-answers";
import type { TargetKind } from "../types";

type Kind =
  | { readonly kind: "offline"; readonly manner: OfflineManner; readonly on: string }
  | { readonly kind: "excused"; readonly manner: ExcuseManner };

export type NewResults = Kind & {
  readonly assignmentId: string;
  readonly branchId: string;
  readonly memberIds: readonly string[];
  readonly note: string;
  readonly actorId: string;
  readonly now: Date;
};

export type RecordResult =
  | {
      readonly ok: true;
      readonly recorded: number;
      /** People who have answered themselves meanwhile, or for whom something is recorded already. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly field: "memberIds" | "on" | "note"; readonly detail: string };

/** A study circle may have met before the officer set it here. */
const DAYS_BEFORE = 31;

/**
 * Records 已线下学习 or an excuse for some of the people whom an assignment is for. Nobody records it for themselves, and
 * nobody's own answer or standing record is overwritten: those are counted as skipped. Each person is told. Audited under
 * each person. Null when there is no open assignment of that id in that branch.
 */
export function recordResults(input: NewResults): Promise<RecordResult | null> {
  return inTransaction(async (tx) => {
    const { assignmentId: id, branchId, memberIds, actorId } = input;
    const assignment = await tx.assignment.findFirst({
      where: { id, branchId, state: "open" },
      include: { assignees: true },
    });
    if (assignment === null) return null;
    const today = businessDateOf(input.now);
    const fault = faultOf(input, assignment.setOn, today);
    if (fault) return fault;
    const chosen = assignment.assignees.map(({ memberId }) => memberId);
    const stays = await tx.membership.findMany({ where: { branchId } });
    const covered = new Set(coveredMembers({ ...assignment, chosen }, stays, today));
    if (!memberIds.every((memberId) => covered.has(memberId))) {
      return refused("memberIds", "选的人里有人不在这一项里，请刷新页面重新选择。");
    }
    if (memberIds.includes(actorId)) return refused("memberIds", "自己的学习记录请别的学习委员或支部书记来记。");
    const asked = { id, targetKind: assignment.targetKind as TargetKind, ...pick(assignment) };
    const earlier = await findEarlierAnswers(tx, { asked: [asked], memberIds });
    let recorded = 0;
    for (const memberId of new Set(memberIds)) {
      if (earlier.has(earlierKey(id, memberId))) continue;
      if (await recordOne(tx, { ...input, memberId, title: assignment.title, today })) recorded += 1;
    }
    return { ok: true, recorded, skipped: new Set(memberIds).size - recorded } as const;
  });
}

const pick = ({ targetId, setOn }: { targetId: string; setOn: string }) => ({ targetId, setOn });

function refused(field: "memberIds" | "on" | "note", detail: string): RecordResult {
  return { ok: false, field, detail };
}

function faultOf(input: NewResults, setOn: string, today: string): RecordResult | null {
  if (input.memberIds.length === 0) return refused("memberIds", "请先选人。");
  if (input.kind === "excused") {
    const isBare = input.manner === "other" && input.note === "";
    return isBare ? refused("note", "选了“其他”，请写明原因。") : null;
  }
  if (input.on > today) return refused("on", "学习的日期还没有到。");
  return input.on < addDays(setOn, -DAYS_BEFORE) ? refused("on", `最早可以记派发前${DAYS_BEFORE}天以内的学习。`) : null;
}

type One = NewResults & { memberId: string; title: string; today: string };

const INSERT = `
  INSERT INTO assignment_result (assignment_id, member_id, kind, "on", manner, note, recorded_by_id, recorded_at, objection)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT (assignment_id, member_id) DO NOTHING`;

async function recordOne(tx: Tx, input: One): Promise<boolean> {
  const { assignmentId, memberId, kind, manner, note, actorId, now, title, today } = input;
  const on = input.kind === "offline" ? input.on : today;
  const inserted = await sqlOf(tx).change(INSERT, [assignmentId, memberId, kind, on, manner, note, actorId, now]);
  if (inserted === 0) return false;
  await audit(tx, {
    ...{ actorId, action: "assignment.record", subjectKind: "member", subjectId: memberId, now },
    detail: { after: { title, kind, on, manner, note } },
  });
  const what =
    kind === "offline"
      ? `支部记下了你${formatDay(on)}线下学过《${title}》（${mannerLabel(manner)}）`
      : `支部记下了《${title}》你这一次不用学（${mannerLabel(manner)}）`;
  await notify(tx, {
    ...{ memberId, key: `assignment:${assignmentId}:${now.toISOString()}`, now },
    href: "/me/assignments",
    text: `${what}。不对的话，在“我的”里的“支部派发的学习”说一声。`,
  });
  return true;
}
