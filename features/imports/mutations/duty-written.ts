import type { DutyValues } from "@/domain/imports/duties";
import { dutyPath } from "@/features/duties/view/duty";
import { newId } from "@/lib/randomness";
import type { NewRow } from "@/lib/db/prepared";
import type { StagedRow } from "../types";
import { auditRow, type Writing, type Written } from "./organisation-written";

/** As the row was judged: reported, unchanged since, and by somebody else. */
const SEEN = "WHERE id = ? AND version = ? AND state = 'done' AND (done_by_id IS NULL OR done_by_id <> ?)";

const CONFIRM = `UPDATE duty SET state = 'confirmed', confirmed_by_id = ?, confirmed_at = ?, is_started = ?,
  version = version + 1 ${SEEN}`;
const RETURN = `UPDATE duty SET state = 'open', manner = '', evidence = '', evidence_link = '', done_by_id = NULL,
  done_at = NULL, returned = ?, is_started = ?, version = version + 1 ${SEEN}`;

/** 确认 or 退回 of one reported duty, as on its page: whoever reported what is given back is told why. */
export function dutyWritten(row: StagedRow, writing: Writing): Written {
  const { dutyId, version, decision, reason } = row.values as DutyValues;
  const { actorId, now } = writing;
  const seen = [dutyId, version, actorId] as const;
  const subject = { subjectKind: "duty", subjectId: dutyId };
  if (decision === "confirm") {
    const detail = { before: { state: "done" }, after: { state: "confirmed" } };
    return {
      add: { audit_entry: auditRow(writing, { ...subject, action: "duty.confirm", detail }) },
      change: [CONFIRM, [actorId, now, true, ...seen]],
    };
  }
  const detail = { before: { state: "done" }, after: { state: "open" }, reason };
  const notice = noticeOf(row.values as DutyValues, now);
  return {
    add: {
      audit_entry: auditRow(writing, { ...subject, action: "duty.return", detail }),
      ...(notice === null ? {} : { notice }),
    },
    change: [RETURN, [reason, true, ...seen]],
  };
}

function noticeOf({ dutyId, version, title, reporterId, isByWorker, reason }: DutyValues, now: Date): NewRow | null {
  if (reporterId === null) return null;
  const text = `“${title}”退回来了：${reason}。补好以后再说一声就行。`;
  return {
    ...{ id: newId(now), member_id: reporterId, kind: "notice", key: `duty-returned:${dutyId}:${version}` },
    ...{ title: "", text, href: dutyPath(dutyId, isByWorker), created_at: now, read_at: null },
  };
}
