"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { useFormAction } from "@/components/forms/use-form-action";
import { answerResultObjectionAction } from "../actions";

type Props = { assignmentId: string; memberId: string; version: string; name: string };

/** 核对过，记录是对的: the reason goes to the person, and the record counts again. */
export function AnswerResultForm({ assignmentId, memberId, version, name }: Props) {
  const { reply, submit, busy, fault } = useFormAction(answerResultObjectionAction);
  return (
    <details>
      <summary className="btn" aria-label={`${name}的记录是对的`}>
        记录是对的
      </summary>
      <div className="mt-3 max-w-md">
        <ActionForm submit={submit} reply={reply} busy={busy} label="送出答复" busyLabel="正在送出">
          <input type="hidden" name="assignmentId" value={assignmentId} />
          <input type="hidden" name="memberId" value={memberId} />
          <input type="hidden" name="version" value={version} />
          <Area
            name="answer"
            id={`answer-${memberId}`}
            label="为什么是对的"
            hint="送到本人的消息里，也写在这条记录下面。送出以后，这条记录重新计入"
            rows={2}
            maxLength={200}
            required
            error={fault("answer")}
          />
        </ActionForm>
      </div>
    </details>
  );
}
