"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { EditForm } from "@/components/forms/edit-form";
import { Field } from "@/components/forms/field";
import { StateForm } from "@/components/forms/state-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { addBranchAction, editBranchAction, setBranchStateAction } from "../actions";

type Choice = { value: string; label: string };
type Values = { name: string; hostOrganisationId: string; stationId: string };
type Places = { stations: Choice[]; organisations: Choice[] };

const NOTHING: Values = { name: "", hostOrganisationId: "", stationId: "" };

type FieldsProps = { values: Values; places: Places; fault: (field: string) => string | undefined };

function BranchFields({ values, places, fault }: FieldsProps) {
  return (
    <>
      <Field name="name" label="支部名称" defaultValue={values.name} required maxLength={60} error={fault("name")} />
      <Choose
        name="hostOrganisationId"
        label="设在哪家组织"
        none="联合组建，不设在某一家"
        value={values.hostOrganisationId}
        options={places.organisations}
        error={fault("hostOrganisationId")}
      />
      <Choose
        name="stationId"
        label="所属工作站"
        none="随所在组织"
        hint="联合组建的要选；设在某家组织的随那家组织"
        value={values.stationId}
        options={places.stations}
        error={fault("stationId")}
      />
    </>
  );
}

/** 建立支部; after one the form is empty for the next. */
export function AddBranchForm({ places }: { places: Places }) {
  const { reply, submit, busy, fault } = useFormAction(addBranchAction);
  const only = places.stations.length === 1 ? (places.stations[0]?.value ?? "") : "";
  return (
    <div className="grid max-w-xl gap-4">
      {reply.data ? (
        <Panel tone="ok" title={`“${reply.data.name}”建好了。`} live>
          <a className="link flex min-h-tap items-center" href={`/committee/branches/${reply.data.id}`}>
            看它的页面
          </a>
        </Panel>
      ) : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="建立支部" busyLabel="正在保存">
        <BranchFields values={{ ...NOTHING, stationId: only }} places={places} fault={fault} />
      </ActionForm>
    </div>
  );
}

export function EditBranchForm({
  branch,
  places,
}: {
  branch: { id: string; version: number; values: Values };
  places: Places;
}) {
  const { reply, submit, busy, fault } = useFormAction(editBranchAction);
  const { id, version, values } = branch;
  return (
    <EditForm {...{ id, version, values, submit, reply, busy }}>
      <BranchFields values={values} places={places} fault={fault} />
    </EditForm>
  );
}

export function BranchStateForm({
  branch,
  state,
}: {
  branch: { id: string; version: number };
  state: "active" | "closed";
}) {
  const { reply, submit, busy } = useFormAction(setBranchStateAction);
  const isClosing = state === "closed";
  return (
    <StateForm
      fields={{ id: branch.id, version: branch.version, state }}
      {...{ submit, reply, busy }}
      label={isClosing ? "关闭支部" : "恢复支部"}
      hint={
        isClosing
          ? "支部里没有人、没有任期内的职责才能关闭。关闭以后支部码作废，不再出现在可选的支部里，以前的数字和经过都留着，还可以恢复。"
          : "恢复以后可以再转入党员。"
      }
    />
  );
}
