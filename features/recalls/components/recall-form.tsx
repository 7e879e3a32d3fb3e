"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { Panel } from "@/components/ui/state";
import type { RecallQuestion } from "../types";
import { RecallInputs } from "./recall-inputs";
import { RecallResults } from "./recall-result";
import type { RecallPhase } from "./recall-steps";
import { useRecall, type Recall } from "./use-recall";

type Props = {
  /** `daily/<MM-DD>` or `lessons/<course>/<nn-slug>` */
  contentId: string;
  questions: readonly RecallQuestion[];
  /** A day of mourning: no word of points. */
  mourning: boolean;
};

const never = () => () => {};
const yes = () => true;
const no = () => false;

/**
 * The recall questions of a reading page. Its HTML is complete without script; with script they are answered, kept in
 * the browser, sent, and told about.
 */
export function RecallForm({ contentId, questions: asked, mourning }: Props) {
  const recall = useRecall(contentId, asked);
  const { phase, questions, refusal } = recall;
  const form = useRef<HTMLFormElement>(null);
  // Until the script has come nothing would keep a choice: none can be made.
  const isReady = useSyncExternalStore(never, yes, no);

  useEffect(() => {
    const first = questions.find((question) => refusal?.reasons[question.id] !== undefined);
    if (first === undefined) return;
    form.current
      ?.querySelector(`[data-question="${first.id}"]`)
      ?.querySelector<HTMLElement>("input, select, button")
      ?.focus();
  }, [refusal, questions]);

  if (phase.kind === "gone") return <Panel tone="plain" title={phase.detail} />;
  if (phase.kind === "done") {
    return <RecallResults outcome={phase.outcome} justNow={phase.justNow} mourning={mourning} />;
  }
  const signIn = `/sign-in?from=${encodeURIComponent(`/${contentId}`)}`;
  return (
    <form
      ref={form}
      className="grid gap-6"
      method="dialog"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        recall.handIn();
      }}
    >
      {questions.map((question, index) => (
        <Question key={question.id} {...{ recall, question, isReady }} number={index + 1} />
      ))}
      <div className="grid gap-3">
        {refusal ? (
          <Panel tone="bad" title={refusal.detail} live>
            选好的都还在。
          </Panel>
        ) : null}
        <Progress phase={phase} signIn={signIn} />
        <HandIn {...{ phase, signIn, isReady }} />
      </div>
    </form>
  );
}

type QuestionProps = { recall: Recall; question: RecallQuestion; number: number; isReady: boolean };

function Question({ recall, question, number, isReady }: QuestionProps) {
  const { phase, answers, refusal, answer } = recall;
  const reason = refusal?.reasons[question.id];
  return (
    <fieldset
      data-question={question.id}
      disabled={!isReady || phase.kind !== "asking"}
      aria-describedby={reason ? `${question.id}-fault` : undefined}
    >
      <legend className="stem">
        {number}. {question.stem}
        {question.type === "multiple" ? "（多选）" : ""}
      </legend>
      <RecallInputs question={question} value={answers[question.id]} onAnswer={(value) => answer(question.id, value)} />
      {reason ? (
        <p className="state bad mt-2" id={`${question.id}-fault`}>
          {reason}
        </p>
      ) : null}
    </fieldset>
  );
}

/** How far the answers have come. */
function Progress({ phase, signIn }: { phase: RecallPhase; signIn: string }) {
  if (phase.kind !== "waiting") return null;
  return (
    <Panel tone="wait" title="已存手机，还没送到。" live>
      {phase.signedOut ? (
        <>
          登录已失效，
          <a className="inline-link" href={signIn}>
            登录后接着送
          </a>
          。
        </>
      ) : (
        "有网就送，可以离开这一页，下次打开再接着送。"
      )}
    </Panel>
  );
}

const LABELS: Partial<Record<RecallPhase["kind"], string>> = { sending: "正在送出", waiting: "现在再送一次" };

function HandIn({ phase, signIn, isReady }: { phase: RecallPhase; signIn: string; isReady: boolean }) {
  if (phase.kind === "anonymous") {
    return (
      <a className="btn main wide" href={signIn}>
        登录后作答
      </a>
    );
  }
  const isBusy = !isReady || phase.kind === "sending";
  return (
    <>
      <button className="btn main wide needs-script" type="submit" disabled={isBusy} aria-busy={isBusy}>
        {isReady ? (LABELS[phase.kind] ?? "答完了，交上去") : "正在准备"}
      </button>
      <a className="btn main wide no-script" href={signIn}>
        登录后作答
      </a>
    </>
  );
}
