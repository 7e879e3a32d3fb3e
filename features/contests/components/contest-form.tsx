"use client";

import { useState, useTransition } from "react";
import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { Panel } from "@/components/ui/state";
import { ATTEMPTS, LIMIT_MINUTES } from "@/domain/contests/release";
import { saveContestAction } from "../actions";
import type { ContestPlan } from "../schema";
import { PartFields } from "./part-fields";

type Props = { contestId: string; version: number; plan: ContestPlan; topics: Readonly<Record<string, string>> };

type Faults = Readonly<Record<string, string[] | undefined>>;

/** 拟定竞赛: window, limit and what the papers are made of. What was typed stays whatever the server says. */
export function ContestForm({ contestId, version, plan: start, topics }: Props) {
  const [plan, setPlan] = useState(start);
  const [isTyped, setTyped] = useState(false);
  const [problem, setProblem] = useState("");
  const [faults, setFaults] = useState<Faults>({});
  const [busy, startTransition] = useTransition();
  const put = (over: Partial<ContestPlan>): void => {
    setTyped(true);
    setPlan({ ...plan, ...over });
  };
  const save = (): void =>
    startTransition(async () => {
      const { saved, found, said } = await keep({ contestId, version, ...plan });
      setFaults(found);
      setProblem(said);
      if (saved !== null) window.location.assign(`/committee/contests/${saved}`);
    });
  const fault = (name: string): string | undefined => faults[name]?.[0];
  return (
    <ScriptForm className="grid gap-4" send={save}>
      {problem ? (
        <Panel tone="bad" title="没有保存。" live>
          {problem}
        </Panel>
      ) : null}
      <Field
        name="title"
        label="名称"
        hint="大家看到的名字，2到30个字"
        minLength={2}
        maxLength={30}
        required
        value={plan.title}
        error={fault("title")}
        onChange={(event) => put({ title: event.target.value })}
      />
      <Field
        name="summary"
        label="一句话介绍（可不填）"
        maxLength={80}
        value={plan.summary}
        error={fault("summary")}
        onChange={(event) => put({ summary: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          name="opens"
          type="datetime-local"
          label="开始"
          required
          value={plan.opens}
          error={fault("opens")}
          onChange={(event) => put({ opens: event.target.value })}
        />
        <Field
          name="closes"
          type="datetime-local"
          label="结束"
          required
          value={plan.closes}
          error={fault("closes")}
          onChange={(event) => put({ closes: event.target.value })}
        />
        <Field
          name="limitMinutes"
          type="number"
          label="限时（分钟）"
          hint="有个人限时系数的自动加长"
          min={LIMIT_MINUTES.least}
          max={LIMIT_MINUTES.most}
          required
          value={plan.limitMinutes === 0 ? "" : plan.limitMinutes}
          error={fault("limitMinutes")}
          onChange={(event) => put({ limitMinutes: Number(event.target.value) })}
        />
        <Field
          name="maxAttempts"
          type="number"
          label="每人可答几次"
          hint="取最好的一次"
          min={ATTEMPTS.least}
          max={ATTEMPTS.most}
          required
          value={plan.maxAttempts === 0 ? "" : plan.maxAttempts}
          error={fault("maxAttempts")}
          onChange={(event) => put({ maxAttempts: Number(event.target.value) })}
        />
      </div>
      <label className="check-item">
        <input
          type="checkbox"
          checked={plan.hasPractice}
          onChange={(event) => put({ hasPractice: event.target.checked })}
        />
        <span>
          开一个练习场
          <span className="meta">　从发布到开始，题量和限时一样，题目另抽</span>
        </span>
      </label>
      <PartFields parts={plan.parts} topics={topics} change={(parts) => put({ parts })} />
      <button className="btn main wide" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? "正在保存" : "保存草稿"}
      </button>
      {isTyped && contestId !== "" ? <p className="meta">有改动还没保存。组卷情况和样卷按保存的算。</p> : null}
    </ScriptForm>
  );
}

type Kept = { saved: string | null; found: Faults; said: string };

/** What became of the plan: the id under which it is kept, or what speaks against it. */
async function keep(sent: ContestPlan & { contestId: string; version: number }): Promise<Kept> {
  const reply = await saveContestAction(sent).catch(() => null);
  if (reply?.data) return { saved: reply.data.contestId, found: {}, said: "" };
  const found: Faults = reply?.validationErrors?.fieldErrors ?? {};
  const first = Object.values(found)[0]?.[0];
  return { saved: null, found, said: reply?.serverError ?? first ?? "请检查网络再试。填的还在这一页。" };
}
