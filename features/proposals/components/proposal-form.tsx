"use client";

import { State } from "@/components/ui/state";
import type { DraftContent } from "@/domain/quizzes/draft";
import type { DraftFault } from "@/domain/quizzes/draft-faults";
import {
  DIFFICULTIES,
  DIFFICULTY_LABELS,
  PERIOD_LABELS,
  PERIODS,
  QUESTION_TYPE_LABELS,
  QUESTION_TYPES,
  type Difficulty,
  type Period,
  type QuestionType,
} from "@/domain/quizzes/types";
import { Faults, KeyFields, Pick, Text } from "./draft-fields";
import { ProposalActs } from "./proposal-acts";
import { SourceFields } from "./source-fields";
import { useDraft, type DraftState } from "./use-draft";

type Props = {
  proposalId: string;
  version: number;
  questionId: string;
  content: DraftContent;
  /** Of what is kept on the server. */
  faults: readonly DraftFault[];
  topics: Readonly<Record<string, string>>;
  passages: readonly { value: string; label: string }[];
};

const options = <Key extends string>(keys: readonly Key[], labels: Readonly<Record<Key, string>>) =>
  keys.map((value) => ({ value, label: labels[value] }));

/** 写题: one form for all six types. Kept while it is written; what is wrong with what is kept stands beside the fields. */
export function ProposalForm({ faults, topics, passages, ...start }: Props) {
  const { draft, change, save, state, problem, saved } = useDraft(start);
  return (
    <div className="grid gap-4">
      <Pick
        label="题型"
        value={draft.type}
        onPick={(type) => change({ type: type as QuestionType })}
        options={options(QUESTION_TYPES, QUESTION_TYPE_LABELS)}
      />
      <Text
        label="题干"
        rows={2}
        value={draft.stem}
        onText={(stem) => change({ stem })}
        {...(draft.type === "fill" ? { hint: "每个空写四条下划线：____" } : {})}
      />
      <Faults of="stem" faults={faults} />
      <KeyFields draft={draft} change={change} />
      {(["options", "blanks", "items", "pairs", "answer"] as const).map((field) => (
        <Faults key={field} of={field} faults={faults} />
      ))}
      <Text
        label="解析"
        rows={3}
        hint="一两句话说明为什么，不重复答案"
        value={draft.explanation}
        onText={(explanation) => change({ explanation })}
      />
      <Faults of="explanation" faults={faults} />
      <div className="grid gap-3 sm:grid-cols-3">
        <Pick
          label="主题"
          none="请选择"
          value={draft.topic}
          onPick={(topic) => change({ topic })}
          options={Object.entries(topics).map(([value, label]) => ({ value, label }))}
        />
        <Pick
          label="时期"
          none="请选择"
          value={draft.period}
          onPick={(period) => change({ period: period as Period })}
          options={options(PERIODS, PERIOD_LABELS)}
        />
        <Pick
          label="难度"
          none="请选择"
          value={draft.difficulty}
          onPick={(difficulty) => change({ difficulty: difficulty as Difficulty })}
          options={options(DIFFICULTIES, DIFFICULTY_LABELS)}
        />
      </div>
      {(["topic", "period", "difficulty"] as const).map((field) => (
        <Faults key={field} of={field} faults={faults} />
      ))}
      <SourceFields draft={draft} change={change} faults={faults} passages={passages} />
      <p className="flex flex-wrap items-center gap-3" role="status">
        <button type="button" className="btn" onClick={save} disabled={state === "busy"} aria-busy={state === "busy"}>
          保存草稿
        </button>
        <KeptWord state={state} isNew={saved.proposalId === ""} />
      </p>
      {problem ? (
        <p className="state bad" role="alert">
          {problem}
        </p>
      ) : null}
      {saved.proposalId === "" ? null : (
        <ProposalActs {...saved} acts={["submit", "withdraw"]} isBlocked={state !== "kept"} faults={faults.length} />
      )}
    </div>
  );
}

function KeptWord({ state, isNew }: { state: DraftState; isNew: boolean }) {
  if (state === "busy") return <State tone="wait">正在存</State>;
  if (state === "typed") return <State tone="wait">还没存，停笔三秒就存</State>;
  if (state === "refused") return <State tone="bad">没有存上</State>;
  return isNew ? <State tone="plain">写了就存</State> : <State tone="ok">已存为草稿</State>;
}
