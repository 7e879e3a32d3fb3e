"use client";

import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { cancelImportAction, writeImportAction } from "../actions";

type Act = { importId: string; label: string; busyLabel: string; className: string };

function useAct(action: typeof writeImportAction) {
  const { reply, submit, busy } = useFormAction(action);
  return { reply, submit, busy };
}

function ActForm({ importId, label, busyLabel, className, act }: Act & { act: ReturnType<typeof useAct> }) {
  const { reply, submit, busy } = act;
  return (
    <ScriptForm send={submit} className="grid gap-2">
      <input type="hidden" name="importId" value={importId} />
      <button className={className} type="submit" disabled={busy} aria-busy={busy}>
        {busy ? busyLabel : label}
      </button>
      {reply.serverError ? (
        <p className="state bad" role="alert">
          {reply.serverError}
        </p>
      ) : null}
    </ScriptForm>
  );
}

/** 写入没有错的n行. */
export function WriteImport({ importId, rows }: { importId: string; rows: number }) {
  const act = useAct(writeImportAction);
  return <ActForm {...{ importId, act }} label={`写入没有错的${rows}行`} busyLabel="正在写入" className="btn main" />;
}

/** 不导入了. */
export function CancelImport({ importId }: { importId: string }) {
  const act = useAct(cancelImportAction);
  return <ActForm {...{ importId, act }} label="不导入了" busyLabel="正在取消" className="btn plain" />;
}
