"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { TRANSFER_LABELS, type TransferKind } from "@/domain/people/transfer";
import { endEmploymentAction, endStayAction } from "../actions";
import { EndingFields } from "./ending-fields";

type Props = { memberId: string; kind: TransferKind; stay: { id: string; since: string }; today: string };

/** 结束 without another place: the last day, why. */
export function EndStayForm({ memberId, kind, stay, today }: Props) {
  const { reply, submit, busy, fault } = useFormAction(endStayAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label={`结束${TRANSFER_LABELS[kind]}`} busyLabel="正在办理">
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="stayId" value={stay.id} />
      <EndingFields {...{ kind, today, fault }} since={stay.since} />
    </ActionForm>
  );
}

/** 结束工作关系 by name and login, for those who have no page of the person: the party workers. */
export function EndEmploymentForm({ today }: { today: string }) {
  const { reply, submit, busy, fault } = useFormAction(endEmploymentAction);
  return (
    <div className="grid max-w-xl gap-4 py-3">
      {reply.data ? <Panel tone="ok" title={reply.data.words} live /> : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="结束工作关系" busyLabel="正在办理">
        <Field name="name" id="ending-name" label="本人姓名" maxLength={60} required error={fault("name")} />
        <Field
          name="login"
          id="ending-login"
          label="本人的登录名"
          maxLength={60}
          required
          hint="手机号，或“组织短码-工号”；和姓名都对得上，又是本单位的人，才能办"
          error={fault("login")}
        />
        <EndingFields kind="employment" today={today} fault={fault} />
      </ActionForm>
    </div>
  );
}
