import type { DraftContent } from "@/domain/quizzes/draft";
import { newId } from "@/lib/randomness";
import type { StagedRow } from "../types";
import { auditRow, type Writing, type Written } from "./organisation-written";

/** A draft of whoever brought the sheet in; a second person still has to release it. */
export function questionWritten(row: StagedRow, writing: Writing): Written {
  const { now, actorId } = writing;
  const id = newId(now);
  const content = JSON.stringify(row.values as DraftContent);
  const act = { action: "proposal.write", subjectKind: "proposal", subjectId: id, detail: {} };
  return {
    add: {
      question_proposal: {
        ...{ id, question_id: null, base_id: null, content, state: "draft", version: 0, review_note: "" },
        ...{ author_id: actorId, writers: JSON.stringify([actorId]), created_at: now, updated_at: now },
      },
      audit_entry: auditRow(writing, act),
    },
    change: null,
  };
}
