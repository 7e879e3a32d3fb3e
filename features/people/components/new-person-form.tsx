"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { addPersonAction } from "../actions";

type Choice = { value: string; label: string };
type Props = { organisations: Choice[]; branches: Choice[]; today: string; mayBeNowhere: boolean };

const STANDING_CHOICES = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));

/** 登记新人; whom was made last is told above the empty form, with the link that is shown once. */
export function NewPersonForm({ organisations, branches, today, mayBeNowhere }: Props) {
  const { reply, submit, busy, fault } = useFormAction(addPersonAction);
  const { data } = reply;
  return (
    <div className="grid max-w-xl gap-4 p-4">
      {data ? (
        <Panel tone="ok" title={`“${data.name}”登记好了。`} live>
          请把登录名{data.login}和下面的邀请链接只发给本人，链接14天内有效，只显示这一次：
          <b className="block break-all select-all">{data.link}</b>
          <a className="link flex min-h-tap items-center" href={`/committee/people/${data.memberId}`}>
            看{data.name}的页面，任命职责
          </a>
        </Panel>
      ) : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="登记并生成邀请" busyLabel="正在登记">
        <Field name="name" label="姓名" maxLength={60} required error={fault("name")} />
        <Choose name="standing" label="身份" options={STANDING_CHOICES} error={fault("standing")} />
        <Field
          name="login"
          label="登录名"
          maxLength={60}
          required
          hint="手机号，或“组织短码-工号”，例如SLZZ-0012"
          error={fault("login")}
        />
        <Choose
          name="organisationId"
          label="工作单位"
          none="没有，或不在区内"
          options={organisations}
          error={fault("organisationId")}
        />
        <Choose
          name="branchId"
          label="所在支部"
          none="还没有支部"
          options={branches}
          {...(mayBeNowhere ? {} : { hint: "单位和支部至少选一个本站的" })}
          error={fault("branchId")}
        />
        <Field
          name="since"
          type="date"
          label="从哪天起"
          defaultValue={today}
          max={today}
          required
          hint="工作关系和组织关系从这一天算起"
          error={fault("since")}
        />
      </ActionForm>
    </div>
  );
}
