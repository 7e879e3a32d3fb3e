"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { EditForm } from "@/components/forms/edit-form";
import { Field } from "@/components/forms/field";
import { StateForm } from "@/components/forms/state-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { addStationAction, editStationAction, setStationStateAction } from "../actions";

export function AddStationForm() {
  const { reply, submit, busy, fault } = useFormAction(addStationAction);
  return (
    <div className="grid max-w-xl gap-4">
      {reply.data ? <Panel tone="ok" title={`“${reply.data.name}”建好了，排在最后。`} live /> : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="建立工作站" busyLabel="正在保存">
        <Field name="name" id="new-name" label="站名" maxLength={60} required error={fault("name")} />
      </ActionForm>
    </div>
  );
}

type Station = { id: string; version: number; name: string };

/** 改名, 调顺序. `places` says how many open stations there are. */
export function EditStationForm({ station, position, places }: { station: Station; position: number; places: number }) {
  const { reply, submit, busy, fault } = useFormAction(editStationAction);
  const values = { name: station.name, position: String(position) };
  const options = Array.from({ length: places }, (_, index) => ({
    value: String(index + 1),
    label: index === 0 ? "第1位，中心站" : `第${index + 1}位`,
  }));
  return (
    <EditForm id={station.id} version={station.version} {...{ values, submit, reply, busy }}>
      <Field name="name" label="站名" defaultValue={values.name} maxLength={60} required error={fault("name")} />
      <Choose
        name="position"
        label="排在第几位"
        hint="各处的列表都按这个顺序"
        value={values.position}
        options={options}
        error={fault("position")}
      />
    </EditForm>
  );
}

export function StationStateForm({ station, state }: { station: Station; state: "active" | "closed" }) {
  const { reply, submit, busy } = useFormAction(setStationStateAction);
  const isClosing = state === "closed";
  return (
    <StateForm
      fields={{ id: station.id, version: station.version, state }}
      {...{ submit, reply, busy }}
      label={isClosing ? "关闭工作站" : "恢复工作站"}
      hint={
        isClosing
          ? "站里没有组织、支部和任期内的职责才能关闭。关闭以后不再出现在可选的工作站里，经过都留着，还可以恢复。"
          : "恢复以后可以再登记组织和支部。"
      }
    />
  );
}
