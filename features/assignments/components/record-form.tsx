"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { EXCUSE_LABELS, EXCUSE_MANNERS, OFFLINE_LABELS, OFFLINE_MANNERS } from "@/domain/assignments/outcome";
import { recordResultsAction } from "../actions";
import type { PersonLine } from "../view";

type Props = { assignmentId: string; people: PersonLine[]; today: string; ownId: string };

const OFFLINE = OFFLINE_MANNERS.map((value) => ({ value, label: OFFLINE_LABELS[value] }));
const EXCUSES = EXCUSE_MANNERS.map((value) => ({ value, label: EXCUSE_LABELS[value] }));

/** The people who have not done it, to be ticked, and what is recorded about those ticked. */
export function RecordForm({ assignmentId, people, today, ownId }: Props) {
  const { reply, submit, busy, fault } = useFormAction(recordResultsAction);
  const [kind, setKind] = useState<"offline" | "excused">("offline");
  const send = (form: FormData) => {
    form.set("memberIds", form.getAll("member").join("\n"));
    form.delete("member");
    submit(form);
  };
  return (
    <div className="max-w-[44rem] p-4">
      <ActionForm submit={send} reply={reply} busy={busy} label="记下" busyLabel="正在记">
        <input type="hidden" name="assignmentId" value={assignmentId} />
        {reply.data ? <Done {...reply.data} /> : null}
        <fieldset className="grid gap-1">
          <legend className="meta">没有手机、在线下学过的，或者有原因不能学的，在这里勾选以后记下</legend>
          <div className="check-list">
            {people.map(({ memberId, name, standing }) => (
              <label key={memberId} className="check-item">
                <input type="checkbox" name="member" value={memberId} disabled={memberId === ownId} />
                <span>
                  {name}
                  <span className="meta">　{memberId === ownId ? "自己的请别的委员来记" : standing}</span>
                </span>
              </label>
            ))}
          </div>
          {fault("memberIds") ? <p className="state bad">{fault("memberIds")}</p> : null}
        </fieldset>
        <Kind kind={kind} choose={setKind} />
        {kind === "offline" ? (
          <>
            <Choose key="offline" name="manner" label="怎么学的" options={OFFLINE} error={fault("manner")} />
            <Field
              name="on"
              type="date"
              label="哪天学的"
              defaultValue={today}
              max={today}
              required
              error={fault("on")}
            />
          </>
        ) : (
          <Choose key="excused" name="manner" label="什么原因" options={EXCUSES} error={fault("manner")} />
        )}
        <Area
          name="note"
          label={kind === "offline" ? "补充一句（可不填）" : "补充一句（选“其他”时要写）"}
          hint="本人看得到，可以说不对"
          rows={2}
          maxLength={200}
          error={fault("note")}
        />
      </ActionForm>
    </div>
  );
}

function Kind({ kind, choose }: { kind: "offline" | "excused"; choose: (kind: "offline" | "excused") => void }) {
  const radio = (value: "offline" | "excused", label: string) => (
    <label className="check-item">
      <input type="radio" name="kind" value={value} checked={kind === value} onChange={() => choose(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className="grid gap-1">
      <legend className="meta">记什么</legend>
      <div className="check-list">
        {radio("offline", "已线下学习")}
        {radio("excused", "这一次免学")}
      </div>
    </fieldset>
  );
}

function Done({ recorded, skipped }: { recorded: number; skipped: number }) {
  const left = skipped > 0 ? `另有${skipped}人刚刚已经学完或者有了记录，没有改动。` : "";
  return (
    <Panel tone="ok" title={`记下了${recorded}人。`} live>
      {left}
    </Panel>
  );
}
