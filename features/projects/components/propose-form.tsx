"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { proposeProjectAction } from "../actions";
import { ContactFields } from "./contact-fields";
import { TextFields } from "./text-fields";
import { TextHelp } from "./text-help";

type Props = { submissionKey: string; stations: { value: string; label: string }[] };

/** 申报 at the desk of a station or of the zone. */
export function ProposeForm({ submissionKey, stations }: Props) {
  const { reply, submit, busy, fault } = useFormAction(proposeProjectAction);
  const [only] = stations;
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="申报，送初审" busyLabel="正在送出">
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <TextHelp>
        <div className="grid gap-3 sm:grid-cols-2">
          {stations.length === 1 && only ? (
            <input type="hidden" name="stationId" value={only.value} />
          ) : (
            <Choose name="stationId" label="哪个工作站的" options={stations} error={fault("stationId")} />
          )}
          <Field name="area" label="村或社区" hint="例如：示例村" required maxLength={20} error={fault("area")} />
        </div>
        <TextFields fault={fault} />
        <ContactFields fault={fault} />
      </TextHelp>
    </ActionForm>
  );
}
