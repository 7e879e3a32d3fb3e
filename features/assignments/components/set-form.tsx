"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import type { DueChoice } from "@/domain/assignments/due-date";
import { setAssignmentsAction } from "../actions";
import type { Choices } from "../view";
import { DueFields } from "./due-fields";
import { TargetPicker } from "./target-picker";
import { WhomFields, type Choosable } from "./whom-fields";

type Props = {
  branchId: string;
  today: string;
  dueChoices: DueChoice[];
  groups: Choices[];
  people: Choosable[];
  /** `kind:id` of what is ticked when the page opens. */
  ticked: string[];
};

/** 派发学习: what, to whom, until when, and a word to go with it. */
export function SetForm({ branchId, today, dueChoices, groups, people, ticked }: Props) {
  const { reply, submit, busy, fault } = useFormAction(setAssignmentsAction);
  if (reply.data) return <Done {...reply.data} />;
  const send = (form: FormData) => {
    form.set("targets", form.getAll("target").join("\n"));
    form.set("memberIds", form.getAll("member").join("\n"));
    for (const name of ["target", "member"]) form.delete(name);
    submit(form);
  };
  return (
    <ActionForm submit={send} reply={reply} busy={busy} label="派发" busyLabel="正在派发">
      <input type="hidden" name="branchId" value={branchId} />
      <TargetPicker groups={groups} ticked={ticked} error={fault("targets")} />
      <WhomFields people={people} error={fault("memberIds") ?? fault("whom")} />
      <DueFields today={today} choices={dueChoices} error={fault("due") ?? fault("otherDue")} />
      <Area
        name="note"
        label="给大家的一句话（可不填）"
        hint="会和这项学习一起显示"
        rows={2}
        maxLength={200}
        error={fault("note")}
      />
    </ActionForm>
  );
}

function Done({ count, remark }: { count: number; remark: string | null }) {
  return (
    <div className="grid gap-4">
      <Panel tone="ok" title={`派发好了，共${count}项。`} live>
        大家会在今日和“我的”里看到。{remark ?? ""}
      </Panel>
      <p className="flex gap-2">
        <a className="btn main" href="/branch/assignments">
          看派发的情况
        </a>
        <a className="btn" href="/branch/assignments/new">
          再派发
        </a>
      </p>
    </div>
  );
}
