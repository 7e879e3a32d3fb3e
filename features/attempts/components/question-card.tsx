"use client";

import { QUESTION_TYPE_LABELS, type PublicQuestion } from "@/domain/quizzes/types";
import { Icon } from "@/components/ui/icon";
import { State } from "@/components/ui/state";
import { stateOf, type Entry } from "../client/entry";
import type { Keeper, Link } from "../client/keeper";
import { AnswerInputs } from "./answer-inputs";

const HINTS: Partial<Record<PublicQuestion["type"], string>> = {
  multiple: "可以选几项，选出所有对的",
  ordering: "用箭头把各项排成对的顺序",
  matching: "给每一项选出对应的一项",
};

type Props = {
  entry: Entry;
  index: number;
  link: Link;
  durable: boolean;
  keeper: Keeper;
  /** The question can no longer be changed: the paper is being handed in. */
  isLocked: boolean;
};

/** One question: number and type, marking, stem, inputs, and where its answer is. */
export function QuestionCard({ entry, index, link, durable, keeper, isLocked }: Props) {
  const { questions } = entry.paper;
  const question = questions[index];
  if (!question) return null;
  const { id, type, stem } = question;
  const kept = entry.answers[id];
  const isFlagged = entry.flags.includes(id);
  const hint = HINTS[type];
  return (
    <section id={`question-${index + 1}`} aria-label={`第${index + 1}题`}>
      <div className="qhead">
        <span>
          <b>{index + 1}</b> / {questions.length}题，{QUESTION_TYPE_LABELS[type].replace("题", "")}
        </span>
        <span className="flex">
          {(kept?.value ?? null) === null ? null : (
            <button
              type="button"
              className="icon-btn with-text"
              disabled={isLocked}
              onClick={() => keeper.answer(id, null)}
            >
              清除
            </button>
          )}
          <button
            type="button"
            className="icon-btn with-text -mr-3"
            aria-pressed={isFlagged}
            onClick={() => keeper.flag(id)}
          >
            <Icon name="flag" small />
            {isFlagged ? "已标记" : "标记"}
          </button>
        </span>
      </div>
      <fieldset disabled={isLocked} data-question={id} aria-describedby={hint ? `${id}-hint` : undefined}>
        <legend className="stem" tabIndex={-1}>
          {stem}
        </legend>
        {hint ? (
          <p className="meta mb-3" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
        <AnswerInputs question={question} value={kept?.value ?? null} onAnswer={(value) => keeper.answer(id, value)} />
      </fieldset>
      <p className="savebar">
        {kept?.refused === undefined ? (
          <>
            <Delivery state={stateOf(entry, id)} link={link} durable={durable} />
            <DeliveredCount entry={entry} />
          </>
        ) : (
          <State tone="bad">没有存上：{kept.refused}</State>
        )}
      </p>
    </section>
  );
}

function DeliveredCount({ entry }: { entry: Entry }) {
  const { questions } = entry.paper;
  const sent = questions.filter(({ id }) => stateOf(entry, id) === "sent").length;
  if (sent === 0) return null;
  return <span className="meta">{sent === questions.length ? `${sent}题全部送达` : `送达${sent}题`}</span>;
}

function Delivery({ state, link, durable }: { state: "open" | "kept" | "sent"; link: Link; durable: boolean }) {
  if (state === "open") return <State tone="plain">未答</State>;
  if (state === "sent") return <State tone="ok">已送达</State>;
  if (!durable) return <State tone="wait">还没送到，请留在这一页</State>;
  if (link === "signed-out") return <State tone="wait">已存手机，登录后送</State>;
  return <State tone="wait">{link === "waiting" ? "已存手机，有网就送" : "已存手机，还没送到"}</State>;
}
