"use client";

import { Area } from "@/components/forms/area";
import { Labelled } from "@/components/forms/labelled";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { acceptApplicationAction, refuseApplicationAction } from "../actions";
import type { OpenPage } from "../loaders/load-applications";
import type { OpenView } from "../view";

type Props = { item: OpenView; page: Pick<OpenPage, "branchId" | "standings" | "hosts"> };

/** 通过. Of somebody new it is asked who they are to the Party and, when it is known, where they work. */
export function AcceptForm({ item, page }: Props) {
  const { reply, submit, busy, fault } = useFormAction(acceptApplicationAction);
  if (reply.data) return <p className="state ok">已通过</p>;
  return (
    <ScriptForm send={submit} done={reply.data} className="grid max-w-md gap-3">
      <Hidden item={item} page={page} />
      {item.fit === "new" ? (
        <>
          <Pick
            id={`standing-${item.id}`}
            name="standing"
            label="身份"
            none="请选择"
            choices={page.standings}
            error={fault("standing")}
          />
          <Pick
            id={`host-${item.id}`}
            name="organisationId"
            label="在哪个单位工作"
            none="先不填"
            choices={page.hosts}
            error={fault("organisationId")}
          />
        </>
      ) : null}
      {reply.serverError ? (
        <p className="state bad" role="alert">
          {reply.serverError}
        </p>
      ) : null}
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在办" : "通过"}
        </button>
      </p>
    </ScriptForm>
  );
}

/** 没有通过: the applicant reads the reason. */
export function RefuseForm({ item, page }: Props) {
  const { reply, submit, busy, fault } = useFormAction(refuseApplicationAction);
  if (reply.data) return <p className="state">没有通过，理由已写给本人</p>;
  return (
    <ScriptForm send={submit} done={reply.data} className="grid max-w-md gap-3">
      <Hidden item={item} page={page} />
      <Area
        name="reason"
        id={`reason-${item.id}`}
        label="为什么没有通过"
        hint="本人会看到这句话，请不要写别人的信息"
        rows={2}
        maxLength={200}
        required
        error={fault("reason") ?? reply.serverError}
      />
      <p>
        <button className="btn plain" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在办" : "没有通过"}
        </button>
      </p>
    </ScriptForm>
  );
}

function Hidden({ item, page }: Props) {
  return (
    <>
      <input type="hidden" name="applicationId" value={item.id} />
      <input type="hidden" name="branchId" value={page.branchId} />
    </>
  );
}

type PickProps = {
  id: string;
  name: string;
  label: string;
  none: string;
  choices: { value: string; label: string }[];
  error: string | undefined;
};

function Pick({ id, name, label, none, choices, error }: PickProps) {
  return (
    <Labelled id={id} label={label} error={error}>
      <select id={id} name={name} defaultValue="">
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
