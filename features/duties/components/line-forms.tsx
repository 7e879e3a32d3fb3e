"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { EditForm } from "@/components/forms/edit-form";
import { Field } from "@/components/forms/field";
import { StateForm } from "@/components/forms/state-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { RHYTHM_LABELS, RHYTHMS } from "@/domain/duties/rhythm";
import { addLineAction, editLineAction, setLineStateAction } from "../actions/template";

type Values = Readonly<Record<string, string>>;

const RHYTHM_CHOICES = RHYTHMS.map((value) => ({ value, label: RHYTHM_LABELS[value] }));
const SOURCE_CHOICES = [
  { value: "reported", label: "支部说办了就算" },
  { value: "study", label: "派发了学习就算，系统自己记" },
];

type FieldsProps = { id: string; values: Values; year: string; fault: (field: string) => string | undefined };

function LineFields({ id, values, year, fault }: FieldsProps) {
  const at = (name: string) => ({ name, id: `${name}-${id}`, error: fault(name) });
  return (
    <>
      <Field {...at("title")} label="名称" defaultValue={values["title"]} maxLength={40} required />
      <Field {...at("ask")} label="要做什么" defaultValue={values["ask"]} maxLength={200} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choose {...at("rhythm")} label="多久一次" value={values["rhythm"] ?? ""} options={RHYTHM_CHOICES} />
        <Field
          {...at("onDate")}
          label="只办一次的，哪一天以前"
          type="date"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          defaultValue={values["onDate"]}
        />
        <Field
          {...at("daysBefore")}
          label="比期末提前几个工作日"
          hint="0是这一期的最后一个工作日"
          type="number"
          min={0}
          max={120}
          defaultValue={values["daysBefore"]}
          required
        />
        <Field
          {...at("effort")}
          label="大约几分钟"
          hint="给书记心里有数，不统计"
          type="number"
          min={1}
          max={600}
          defaultValue={values["effort"]}
          required
        />
      </div>
      <Choose {...at("source")} label="凭什么算办了" value={values["source"] ?? ""} options={SOURCE_CHOICES} />
    </>
  );
}

const NOTHING: Values = { daysBefore: "5", source: "reported" };

export function AddLineForm({ year }: { year: string }) {
  const { reply, submit, busy, fault } = useFormAction(addLineAction);
  return (
    <div className="grid max-w-xl gap-4">
      {reply.data ? <Panel tone="ok" title={`“${reply.data.title}”加好了，排在最后。`} live /> : null}
      <ActionForm submit={submit} reply={reply} busy={busy} label="加这一项" busyLabel="正在保存">
        <input type="hidden" name="year" value={year} />
        <LineFields id="new" values={NOTHING} year={year} fault={fault} />
      </ActionForm>
    </div>
  );
}

type Line = { id: string; version: number; year: string };

export function EditLineForm({ line, values }: { line: Line; values: Values }) {
  const { reply, submit, busy, fault } = useFormAction(editLineAction);
  return (
    <EditForm id={line.id} version={line.version} {...{ values, submit, reply, busy }}>
      <LineFields id={line.id} values={values} year={line.year} fault={fault} />
      <p className="meta">改了以后，还没有开始的按新的来；办过的、推迟过的、日子已经过了的，都不变。</p>
    </EditForm>
  );
}

export function LineStateForm({ line, state }: { line: Line; state: "active" | "removed" }) {
  const { reply, submit, busy } = useFormAction(setLineStateAction);
  const isRemoving = state === "removed";
  return (
    <StateForm
      fields={{ id: line.id, version: line.version, state }}
      {...{ submit, reply, busy }}
      label={isRemoving ? "去掉这一项" : "恢复这一项"}
      hint={isRemoving ? "还没有开始的不再要求，办过的都留着，以后可以恢复。" : "以后的几期重新要求，过去的不补。"}
    />
  );
}
