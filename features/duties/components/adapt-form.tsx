"use client";

import { EditForm } from "@/components/forms/edit-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { adaptLineAction } from "../actions/template";

type Props = {
  organisationId: string;
  line: { id: string; title: string; daysBefore: number; effort: number };
  version: number;
  values: Readonly<Record<string, string>>;
};

/** What one line is for one organisation, and why. */
export function AdaptForm({ organisationId, line, version, values }: Props) {
  const { reply, submit, busy, fault } = useFormAction(adaptLineAction);
  const at = (name: string) => ({
    ...{ name, id: `${name}-${line.id}`, defaultValue: values[name], error: fault(name) },
  });
  return (
    <EditForm id={organisationId} version={version} {...{ values, submit, reply, busy }}>
      <input type="hidden" name="lineId" value={line.id} />
      <div className="ask">
        <label htmlFor={`isLeftOut-${line.id}`}>{line.title}</label>
        <select id={`isLeftOut-${line.id}`} name="isLeftOut" defaultValue={values["isLeftOut"]}>
          <option value="">照清单要求</option>
          <option value="1">这家不作要求</option>
        </select>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          {...at("daysBefore")}
          label="比期末提前几个工作日"
          hint={`不填就和清单一样，${line.daysBefore}个`}
          type="number"
          min={0}
          max={120}
        />
        <Field
          {...at("effort")}
          label="大约几分钟"
          hint={`不填就和清单一样，${line.effort}分钟`}
          type="number"
          min={1}
          max={600}
        />
      </div>
      <Field {...at("reason")} label="为什么不一样" maxLength={200} required />
    </EditForm>
  );
}
