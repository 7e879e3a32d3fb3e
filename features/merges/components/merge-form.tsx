"use client";

import { ActionForm } from "@/components/forms/action-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Icon } from "@/components/ui/icon";
import { mergeMembersAction } from "../actions";

/** The last step: whoever merges says that it is one person. */
export function MergeForm({ keptId, goneId }: { keptId: string; goneId: string }) {
  const { reply, submit, busy, fault } = useFormAction(mergeMembersAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="合并账号" busyLabel="正在合并">
      <input type="hidden" name="keptId" value={keptId} />
      <input type="hidden" name="goneId" value={goneId} />
      <label className="flex min-h-tap items-center gap-3">
        <input type="checkbox" name="sure" value="yes" required />
        核对过了，两个账号是同一个人。合并以后不能拆开
      </label>
      {fault("sure") ? (
        <p className="state bad">
          <Icon name="alert" />
          {fault("sure")}
        </p>
      ) : null}
    </ActionForm>
  );
}
