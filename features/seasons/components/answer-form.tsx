"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { answerSeasonObjectionAction } from "../actions";

type Props = { id: string; memberId: string; people: { value: string; label: string }[] };

/** 答复 one objection to a quarter's result, with a correction where the ledger was wrong. */
export function AnswerSeasonObjectionForm({ id, memberId, people }: Props) {
  const { reply, submit, busy, fault } = useFormAction(answerSeasonObjectionAction);
  return (
    <details>
      <summary className="btn">答复</summary>
      <div className="mt-3 max-w-md">
        <ActionForm submit={submit} reply={reply} busy={busy} label="送出答复" busyLabel="正在送出">
          <input type="hidden" name="objectionId" value={id} />
          <Area
            name="answer"
            id={`answer-${id}`}
            label="答复"
            hint="送到本人的消息里，也写在本人的积分页面上"
            rows={3}
            maxLength={500}
            required
            error={fault("answer")}
          />
          <Field
            name="points"
            id={`points-${id}`}
            label="更正几分（不更正就空着）"
            hint="写3就是加3分，写-2就是减2分；记进这一季的流水，不能撤回，只能再更正"
            inputMode="text"
            error={fault("points")}
          />
          <Choose
            name="memberId"
            id={`member-${id}`}
            label="更正谁的积分"
            value={memberId}
            options={people}
            error={fault("memberId")}
          />
        </ActionForm>
      </div>
    </details>
  );
}
