"use client";

import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { createMemberAction, nameAdministratorAction, nameCommitteeMemberAction } from "../actions";
import { SetupForm } from "./setup-form";

export type Choice = { value: string; label: string };

const LOGIN_HINT = "手机号，或“组织短码-工号”，例如SLZZ-0012";

export function NameAdministratorForm() {
  const { reply, submit, busy, fault } = useFormAction(nameAdministratorAction);
  return (
    <SetupForm submit={submit} reply={reply} busy={busy} label="保存姓名">
      <Field name="name" label="你的姓名" autoComplete="name" required error={fault("name")} />
      <Field
        name="login"
        label="以后用来登录的手机号或工号（可不填）"
        hint="填了以后，原来的登录名也还能用"
        error={fault("login")}
      />
    </SetupForm>
  );
}

export function NameCommitteeMemberForm({ stations }: { stations: Choice[] }) {
  const { reply, submit, busy, fault } = useFormAction(nameCommitteeMemberAction);
  return (
    <SetupForm submit={submit} reply={reply} busy={busy} label="任命并生成邀请">
      <Field name="name" label="姓名" required error={fault("name")} />
      <Field name="login" label="登录名" required hint="手机号，或“GW-工号”这样的工号" error={fault("login")} />
      <Choose name="stationId" label="负责的范围" none="全区" options={stations} error={fault("stationId")} />
    </SetupForm>
  );
}

const ROLE_CHOICES: Choice[] = [
  { value: "study-officer", label: "学习委员（本支部）" },
  { value: "branch-secretary", label: "支部书记（本支部）" },
  { value: "party-worker", label: "党务工作者（本组织）" },
];

export function CreateMemberForm({ organisations, branches }: { organisations: Choice[]; branches: Choice[] }) {
  const { reply, submit, busy, fault } = useFormAction(createMemberAction);
  const standings = STANDINGS.map((standing) => ({ value: standing, label: STANDING_LABELS[standing] }));
  return (
    <SetupForm submit={submit} reply={reply} busy={busy} label="登记并生成邀请">
      <Field name="name" label="姓名" required error={fault("name")} />
      <Choose name="standing" label="身份" options={standings} error={fault("standing")} />
      <Field name="login" label="登录名" required hint={LOGIN_HINT} error={fault("login")} />
      <Choose
        name="organisationId"
        label="工作单位"
        none="没有，或不在区内"
        options={organisations}
        error={fault("organisationId")}
      />
      <Choose name="branchId" label="所在支部" none="还没有支部" options={branches} error={fault("branchId")} />
      <Choose name="role" label="职责" none="没有职责" options={ROLE_CHOICES} error={fault("role")} />
    </SetupForm>
  );
}
