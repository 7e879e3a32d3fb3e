"use client";

import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { takeDownAction } from "../actions";

/** 撤下 one thing, with the reason. Opened from a report, it knows what; opened by itself, it asks. */
export function TakeDownForm({ target }: { target: { kind: string; id: string } | null }) {
  const { reply, submit, busy, fault } = useFormAction(takeDownAction);
  const problem = fault("reason") ?? fault("targetKind") ?? reply.serverError;
  const prefix = target ? `${target.kind}-${target.id}` : "any";
  if (reply.data?.done) {
    return (
      <p className="panel ok" role="status">
        {reply.data.isNew ? "已撤下，一分钟内各处都看不到了。" : "它早先已经撤下了。"}
      </p>
    );
  }
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-3">
      {target ? (
        <>
          <input type="hidden" name="targetKind" value={target.kind} />
          <input type="hidden" name="targetId" value={target.id} />
        </>
      ) : (
        <WhichOne error={fault("targetId")} />
      )}
      <div className="ask">
        <label htmlFor={`reason-${prefix}`}>为什么撤下</label>
        <input
          id={`reason-${prefix}`}
          name="reason"
          required
          maxLength={300}
          aria-invalid={fault("reason") ? true : undefined}
        />
      </div>
      {problem ? (
        <p className="state bad" role="alert">
          {problem}
        </p>
      ) : null}
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
          {busy ? "正在撤下" : "撤下"}
        </button>
      </p>
    </ScriptForm>
  );
}

function WhichOne({ error }: { error: string | undefined }) {
  return (
    <>
      <div className="ask">
        <label htmlFor="take-down-kind">撤下什么</label>
        <select id="take-down-kind" name="targetKind" required defaultValue="">
          <option value="" disabled>
            请选择
          </option>
          <option value="entry">天天谈</option>
          <option value="lesson">课程</option>
          <option value="leaflet">折页</option>
          <option value="film">影片</option>
          <option value="question">题目</option>
          <option value="story">厂情厂史</option>
        </select>
      </div>
      <Field
        name="targetId"
        label="编号"
        hint="页面网址里的一段，例如daily/12-13、lessons/new-era/02-poverty、leaflets/long-march、films/zunyi、stories/后面一串；题目写它的编号"
        required
        error={error}
      />
    </>
  );
}
