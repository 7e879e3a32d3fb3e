"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { freeLoginAction, returnMemberAction } from "../actions";
import type { PlaceChoices } from "../queries/list-places";
import { PlaceFields } from "./place-fields";

type Props = {
  person: { id: string; name: string; logins: { id: string; shown: string }[] };
  places: PlaceChoices;
  mayBeNowhere: boolean;
  today: string;
  path: string;
};

/** 转入: where to and from which day; then the link, which is shown once. */
export function ReturnForm({ person, places, mayBeNowhere, today, path }: Props) {
  const { reply, submit, busy, fault } = useFormAction(returnMemberAction);
  if (reply.data) return <Back name={person.name} link={reply.data.link} href={`${path}/${person.id}`} />;
  const isWithout = person.logins.length === 0;
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="办理转入" busyLabel="正在办理">
      <input type="hidden" name="memberId" value={person.id} />
      <PlaceFields {...{ ...places, mayBeNowhere, today, fault }} />
      <Field
        name="login"
        label={isWithout ? "登录名" : "新的登录名（原来的还用就不填）"}
        maxLength={60}
        required={isWithout}
        hint="手机号，或“组织短码-工号”"
        error={fault("login")}
      />
    </ActionForm>
  );
}

function Back({ name, link, href }: { name: string; link: string; href: string }) {
  return (
    <Panel tone="ok" title={`${name}的转入办好了。`} live>
      账号还是原来的，积分和答题记录都在；密码要重新设。请把下面的邀请链接只发给本人，14天内有效，只显示这一次：
      <b className="block break-all select-all">{link}</b>
      <a className="link flex min-h-tap items-center" href={href}>
        看{name}的页面，任命职责
      </a>
    </Panel>
  );
}

/** The logins of somebody who left; one whose number has a new owner is taken away. */
export function FreeLogins({ memberId, logins }: { memberId: string; logins: { id: string; shown: string }[] }) {
  return (
    <ul className="grid gap-1">
      {logins.map(({ id, shown }) => (
        <FreeLogin key={id} memberId={memberId} loginId={id} shown={shown} />
      ))}
    </ul>
  );
}

function FreeLogin({ memberId, loginId, shown }: { memberId: string; loginId: string; shown: string }) {
  const { reply, submit, busy } = useFormAction(freeLoginAction);
  return (
    <li>
      <form action={submit} className="flex flex-wrap items-center gap-2">
        {shown}
        <input type="hidden" name="memberId" value={memberId} />
        <input type="hidden" name="loginId" value={loginId} />
        <button className="btn plain" type="submit" disabled={busy} aria-busy={busy} aria-label={`去掉登录名${shown}`}>
          去掉
        </button>
        {reply.serverError ? (
          <span className="state bad" role="alert">
            {reply.serverError}
          </span>
        ) : null}
      </form>
    </li>
  );
}
