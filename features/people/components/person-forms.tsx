"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import {
  addLoginAction,
  deactivateAction,
  editPersonAction,
  leaveZoneAction,
  removeLoginAction,
  restoreMemberAction,
} from "../actions";
import { Told } from "./told";

const STANDING_CHOICES = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));

const TIME_CHOICES = [
  { value: "100", label: "和大家一样" },
  { value: "125", label: "多四分之一" },
  { value: "150", label: "多一半" },
  { value: "200", label: "两倍" },
  { value: "300", label: "三倍" },
];

type Edited = { id: string; name: string; standing: string; timeFactor: number; version: number };

/** 改姓名、身份、限时. A factor that is none of the choices stays as it is until another is chosen. */
export function EditPersonForm({ person }: { person: Edited }) {
  const { reply, submit, busy, fault } = useFormAction(editPersonAction);
  const factor = String(person.timeFactor);
  const times = TIME_CHOICES.some((choice) => choice.value === factor)
    ? TIME_CHOICES
    : [...TIME_CHOICES, { value: factor, label: `${factor}%` }];
  return (
    <div className="grid gap-4">
      <Told data={reply.data}>已保存。</Told>
      <ActionForm submit={submit} reply={reply} busy={busy} label="保存" busyLabel="正在保存" keeps>
        <input type="hidden" name="memberId" value={person.id} />
        <input type="hidden" name="version" value={person.version} />
        <Field name="name" label="姓名" defaultValue={person.name} maxLength={60} required error={fault("name")} />
        <Choose
          name="standing"
          label="身份"
          value={person.standing}
          options={STANDING_CHOICES}
          error={fault("standing")}
        />
        <Choose
          name="timeFactor"
          label="限时答题的时间"
          value={factor}
          options={times}
          hint="视力、读写不便的同志可以多给时间"
          error={fault("timeFactor")}
        />
      </ActionForm>
    </div>
  );
}

/** 加一个登录名. */
export function AddLoginForm({ memberId }: { memberId: string }) {
  const { reply, submit, busy, fault } = useFormAction(addLoginAction);
  return (
    <div className="grid gap-4">
      <Told data={reply.data}>加好了，原来的登录名也还能用。</Told>
      <ActionForm submit={submit} reply={reply} busy={busy} label="加登录名" busyLabel="正在保存">
        <input type="hidden" name="memberId" value={memberId} />
        <Field
          name="login"
          label="新的登录名"
          required
          maxLength={60}
          hint="手机号，或“组织短码-工号”"
          error={fault("login")}
        />
      </ActionForm>
    </div>
  );
}

/** 去掉 one login; the last one stays. */
export function RemoveLogin({ memberId, loginId, shown }: { memberId: string; loginId: string; shown: string }) {
  const { reply, submit, busy } = useFormAction(removeLoginAction);
  return (
    <form action={submit} className="inline-flex flex-wrap items-center gap-2">
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="loginId" value={loginId} />
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy} aria-label={`去掉${shown}`}>
        去掉
      </button>
      {reply.serverError ? (
        <span className="state bad" role="alert">
          {reply.serverError}
        </span>
      ) : null}
    </form>
  );
}

/** 停用 or 恢复, with a reason. */
export function StateForm({ memberId, isInactive }: { memberId: string; isInactive: boolean }) {
  const { reply, submit, busy, fault } = useFormAction(isInactive ? restoreMemberAction : deactivateAction);
  return (
    <ActionForm
      {...{ submit, reply, busy }}
      label={isInactive ? "恢复使用" : "停用账号"}
      busyLabel={isInactive ? "正在恢复" : "正在停用"}
    >
      <input type="hidden" name="memberId" value={memberId} />
      <Area
        name="reason"
        id="state-reason"
        label="为什么"
        rows={2}
        maxLength={200}
        required
        hint={
          isInactive
            ? "恢复后用原来的密码登录，职责照旧"
            : "停用后马上退出所有设备，不能登录；积分、支部和职责都留着，随时可以恢复"
        }
        error={fault("reason")}
      />
    </ActionForm>
  );
}

/** 转出: the last day in the zone. */
export function LeaveForm({ memberId, today }: { memberId: string; today: string }) {
  const { reply, submit, busy, fault } = useFormAction(leaveZoneAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="办理转出" busyLabel="正在办理">
      <input type="hidden" name="memberId" value={memberId} />
      <Field
        name="on"
        type="date"
        label="在本区的最后一天"
        defaultValue={today}
        max={today}
        required
        hint="办了就不能再登录，名字退出名单和积分赛，积分和答题的合计留着。回来时由工委在这一页办转入，用新的邀请登录，职责要重新任命"
        error={fault("on")}
      />
    </ActionForm>
  );
}
