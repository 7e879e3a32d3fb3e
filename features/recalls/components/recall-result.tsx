import type { AnswerValue } from "@/domain/quizzes/types";
import { State } from "@/components/ui/state";
import type { RecallOutcome, RecallQuestion, RecallResult } from "../types";

const textIn = (options: readonly { key: string; text: string }[], key: string): string =>
  options.find((option) => option.key === key)?.text ?? "";

/** An answer as people read it: texts instead of keys, one line for each part. */
function linesOf(question: RecallQuestion, value: AnswerValue): string[] {
  const list = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  switch (question.type) {
    case "true-false":
      return [value === true ? "说法正确" : "说法错误"];
    case "fill":
      return [list.join("，")];
    case "single":
    case "multiple":
      return list.map((key) => textIn(question.options, key));
    case "ordering":
      return list.map((key, index) => `${index + 1}. ${textIn(question.options, key)}`);
    case "matching":
      return question.left.map(
        ({ key, text }) => `${text}：${textIn(question.right, (value as Record<string, string>)[key] ?? "")}`,
      );
  }
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <dd>
      <span>
        {lines.map((line, index) => (
          <span className="block" key={index}>
            {line}
          </span>
        ))}
      </span>
    </dd>
  );
}

/** The passage stands in this page or in another one of the library. */
function placeOf(anchor: string, contentId: string): string {
  return anchor.startsWith(`${contentId}#`) ? anchor.slice(contentId.length) : `/${anchor}`;
}

function Result({ result, number, contentId }: { result: RecallResult; number: number; contentId: string }) {
  const { question, value, right, accepted, isRight, explanation, passage, anchor } = result;
  const others = accepted?.some((ways) => ways.length > 1)
    ? [accepted.map((ways) => ways.join("或")).join("，")]
    : null;
  return (
    <article className="review mt-4 border-t border-line pt-3">
      <p className="meta">
        第{number}题　<State tone={isRight ? "ok" : "bad"}>{isRight ? "答对了" : "没答对"}</State>
      </p>
      <h3>{question.stem}</h3>
      <dl className="verdict">
        <dt>{isRight ? "你答的" : "你的答案"}</dt>
        <Lines lines={linesOf(question, value)} />
        {isRight ? null : (
          <>
            <dt>正确答案</dt>
            <Lines lines={others ?? linesOf(question, right)} />
          </>
        )}
      </dl>
      <p className="prose-small mb-3">{explanation}</p>
      <blockquote className="spine">
        <p>{passage}</p>
        <p className="meta mt-1">
          <a className="inline-link" href={placeOf(anchor, contentId)}>
            看原文这一段
          </a>
        </p>
      </blockquote>
    </article>
  );
}

function pointsText({ pointsAwarded, because, assignedPoints }: RecallOutcome): string {
  const own = pointsAwarded > 0 || because === null ? `记${pointsAwarded}分` : "";
  const extra = assignedPoints ? `另记${assignedPoints}分` : "";
  const assigned = assignedPoints === null ? "" : ["支部派发的这一项也学完了", extra].filter(Boolean).join("，");
  const sentences = [own, because?.replace(/。$/, ""), assigned].filter(Boolean);
  return sentences.length === 1 && because === null ? own : `${sentences.join("。")}。`;
}

type Props = { outcome: RecallOutcome; justNow: boolean; mourning: boolean };

/** How it went: every question with the right answer, why, and where it is written. */
export function RecallResults({ outcome, justNow, mourning }: Props) {
  const [, month, day] = outcome.date.split("-").map(Number);
  return (
    <>
      <div role={justNow ? "status" : undefined}>
        <State tone="ok">{justNow ? "已送达" : `${month}月${day}日答过`}</State>
        <p className="mt-1">
          {outcome.total}道题，答对{outcome.rightCount}道。
        </p>
        {mourning ? null : (
          <p className="meta mt-1">
            {pointsText(outcome)}　
            <a className="inline-link" href="/me/points">
              看积分流水
            </a>
          </p>
        )}
      </div>
      {outcome.contentId.startsWith("lessons/") ? (
        <p>
          <a className="inline-link" href="/me/courses">
            看每门课学到哪里
          </a>
        </p>
      ) : null}
      {outcome.results.map((result, index) => (
        <Result key={result.question.id} result={result} number={index + 1} contentId={outcome.contentId} />
      ))}
    </>
  );
}
