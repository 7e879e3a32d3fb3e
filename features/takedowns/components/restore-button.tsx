"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { restoreAction } from "../actions";

/** 恢复 what was taken down. */
export function RestoreButton({ takedownId, name }: { takedownId: string; name: string }) {
  const { reply, submit, busy } = useFormAction(restoreAction);
  return (
    <form action={submit}>
      <input type="hidden" name="takedownId" value={takedownId} />
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`恢复${name}`}>
        {busy ? "正在恢复" : "恢复"}
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
