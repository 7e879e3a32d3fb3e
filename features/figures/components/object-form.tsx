"use client";

import { Area } from "@/components/forms/area";
import { ActionForm } from "@/components/forms/action-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { objectToFigureAction } from "../actions";
import type { FigureName } from "../types";

type Props = { organisationId: string; quarter: string; figure: FigureName; label: string; words: string };

/** 提出异议 to one figure of one's own organisation. */
export function ObjectForm({ organisationId, quarter, figure, label, words }: Props) {
  const { reply, submit, busy, fault } = useFormAction(objectToFigureAction);
  if (reply.data?.done) {
    return (
      <Panel tone="ok" title="收到了。" live>
        工委会看到这一条，答复会送到你的消息里。
      </Panel>
    );
  }
  return (
    <details>
      <summary className="btn">提出异议</summary>
      <div className="mt-3 max-w-md">
        <ActionForm submit={submit} reply={reply} busy={busy} label="送出" busyLabel="正在送出">
          <input type="hidden" name="organisationId" value={organisationId} />
          <input type="hidden" name="quarter" value={quarter} />
          <input type="hidden" name="figure" value={figure} />
          <Area
            name="text"
            id={`object-${figure}`}
            label={`${label}（${words}）哪里不对`}
            hint="写明应该是什么、为什么；工委核对以后答复"
            rows={3}
            maxLength={500}
            required
            error={fault("text")}
          />
        </ActionForm>
      </div>
    </details>
  );
}
