"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { EditForm } from "@/components/forms/edit-form";
import { Field } from "@/components/forms/field";
import { StateForm } from "@/components/forms/state-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { addOrganisationAction, editOrganisationAction, setOrganisationStateAction } from "../actions";

type Choice = { value: string; label: string };
type Values = { kind: string; name: string; shortCode: string; creditCode: string; stationId: string };

const KINDS: Choice[] = [
  { value: "enterprise", label: "企业" },
  { value: "social", label: "社会组织" },
];

const NOTHING: Values = { kind: "", name: "", shortCode: "", creditCode: "", stationId: "" };

type FieldsProps = {
  values: Values;
  stations: Choice[];
  fault: (field: string) => string | undefined;
  codeHint: string;
};

function OrganisationFields({ values, stations, fault, codeHint }: FieldsProps) {
  return (
    <>
      <Choose name="kind" label="类型" value={values.kind} options={KINDS} error={fault("kind")} />
      <Field name="name" label="组织名称" defaultValue={values.name} required maxLength={60} error={fault("name")} />
      <Field
        name="creditCode"
        label="统一社会信用代码（可不填）"
        hint="18位，照营业执照或登记证书填写"
        defaultValue={values.creditCode}
        maxLength={60}
        autoCapitalize="characters"
        error={fault("creditCode")}
      />
      <Field
        name="shortCode"
        label="组织短码"
        hint={codeHint}
        defaultValue={values.shortCode}
        required
        maxLength={20}
        autoCapitalize="characters"
        error={fault("shortCode")}
      />
      <Choose
        name="stationId"
        label="所属工作站"
        value={values.stationId}
        options={stations}
        error={fault("stationId")}
      />
    </>
  );
}

/** 登记组织; after one the form is empty for the next. */
export function AddOrganisationForm({ stations }: { stations: Choice[] }) {
  const { reply, submit, busy, fault } = useFormAction(addOrganisationAction);
  const only = stations.length === 1 ? (stations[0]?.value ?? "") : "";
  return (
    <div className="grid max-w-xl gap-4">
      {reply.data ? (
        <Panel tone="ok" title={`“${reply.data.name}”登记好了。`} live>
          <a className="link flex min-h-tap items-center" href={`/committee/organisations/${reply.data.id}`}>
            看它的页面
          </a>
        </Panel>
      ) : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="登记组织" busyLabel="正在保存">
        <OrganisationFields
          values={{ ...NOTHING, stationId: only }}
          stations={stations}
          fault={fault}
          codeHint="2至8位字母或数字，工号登录名用它开头，例如SLZZ"
        />
      </ActionForm>
    </div>
  );
}

type Organisation = { id: string; version: number; values: Values };

export function EditOrganisationForm({ organisation, stations }: { organisation: Organisation; stations: Choice[] }) {
  const { reply, submit, busy, fault } = useFormAction(editOrganisationAction);
  const { id, version, values } = organisation;
  return (
    <EditForm {...{ id, version, values, submit, reply, busy }}>
      <OrganisationFields
        values={values}
        stations={stations}
        fault={fault}
        codeHint="改了以后，这里的人可以用新短码的工号登录，原来的工号登录名也还能用"
      />
    </EditForm>
  );
}

export function OrganisationStateForm({
  organisation,
  state,
}: {
  organisation: { id: string; version: number };
  state: "active" | "closed";
}) {
  const { reply, submit, busy } = useFormAction(setOrganisationStateAction);
  const isClosing = state === "closed";
  return (
    <StateForm
      fields={{ id: organisation.id, version: organisation.version, state }}
      {...{ submit, reply, busy }}
      label={isClosing ? "关闭组织" : "恢复组织"}
      hint={
        isClosing
          ? "没有人在这里工作、没有支部设在这里才能关闭。关闭以后不再出现在可选的组织里，以前的数字和经过都留着，还可以恢复。"
          : "恢复以后可以再转入人员、设立支部。"
      }
    />
  );
}
