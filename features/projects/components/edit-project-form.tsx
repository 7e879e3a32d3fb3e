"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { editProjectAction, replaceContactAction } from "../actions";
import { ContactFields } from "./contact-fields";
import { TextFields } from "./text-fields";
import { TextHelp } from "./text-help";

type Named = { projectId: string; version: number };

/** 修改 the public text; both looks begin anew. */
export function EditProjectForm({ values, ...named }: Named & { values: Readonly<Record<string, string>> }) {
  const { reply, submit, busy, fault } = useFormAction(editProjectAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="保存，重新送初审" busyLabel="正在保存" keeps>
      <Hidden {...named} />
      <TextHelp>
        <Field
          name="area"
          label="村或社区"
          required
          maxLength={20}
          defaultValue={values["area"]}
          error={fault("area")}
        />
        <TextFields fault={fault} values={values} />
      </TextHelp>
    </ActionForm>
  );
}

/** 更换联系方式, with a consent of its own. What was kept before is not shown to anybody here. */
export function ReplaceContactForm(named: Named) {
  const { reply, submit, busy, fault } = useFormAction(replaceContactAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="换成这一份" busyLabel="正在保存">
      <Hidden {...named} />
      <p className="text-sm">要重新征得同意：同意的日子比上一次的晚。今天才写下的写错了，可以照同一次同意改正。</p>
      <ContactFields fault={fault} />
    </ActionForm>
  );
}

function Hidden({ projectId, version }: Named) {
  return (
    <>
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
