"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { undoResultAction } from "../actions";

type Props = { assignmentId: string; memberId: string; version: string; name: string };

/** 撤销 of one person's record. */
export function UndoForm({ assignmentId, memberId, version, name }: Props) {
  const { reply, submit, busy } = useFormAction(undoResultAction);
  return (
    <form action={submit}>
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="version" value={version} />
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`撤销${name}的记录`}>
        {busy ? "正在撤销" : "撤销"}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
