"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { addPersonAction } from "../actions";
import { PlaceFields } from "./place-fields";

type Choice = { value: string; label: string };
type Props = { organisations: Choice[]; branches: Choice[]; today: string; mayBeNowhere: boolean };

const STANDING_CHOICES = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));

/** 登记新人; whom was made last is told above the empty form, with the link that is shown once. */
export function NewPersonForm({ organisations, branches, today, mayBeNowhere }: Props) {
  const { reply, submit, busy, fault } = useFormAction(addPersonAction);
  const { data } = reply;
  return (
    <div className="grid max-w-xl gap-4 p-4">
      {data ? <MadeOrMet {...data} /> : null}
      <ActionForm
        submit={submit}
        reply={reply}
        busy={busy}
        label="登记并生成邀请"
        busyLabel="正在登记"
        keeps={data?.link === null}
      >
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
        <PlaceFields {...{ organisations, branches, mayBeNowhere, today, fault }} />
      </ActionForm>
    </div>
  );
}

type Reply = { name: string; login: string; link: string | null; memberId: string };

/** Who was made, with the link; without one, who has the login and left the zone. */
function MadeOrMet({ name, login, link, memberId }: Reply) {
  const href = `/committee/people/${memberId}`;
  if (link === null) {
    return (
      <Panel tone="bad" title="没有登记，填的还在这一页。" live>
        {login}是已经转出的{name}
        的登录名。是本人回来了，请办转入，积分和答题记录都接得上；号码换了人的，先在那里去掉它，再回来登记。
        <a className="link flex min-h-tap items-center" href={href}>
          到{name}的页面办转入
        </a>
      </Panel>
    );
  }
  return (
    <Panel tone="ok" title={`“${name}”登记好了。`} live>
      请把登录名{login}和下面的邀请链接只发给本人，链接14天内有效，只显示这一次：
      <b className="block break-all select-all">{link}</b>
      <a className="link flex min-h-tap items-center" href={href}>
        看{name}的页面，任命职责
      </a>
    </Panel>
  );
}
