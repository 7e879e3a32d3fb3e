import { Icon } from "@/components/ui/icon";
import { State } from "@/components/ui/state";
import type { ReviewedItem } from "@/features/mistakes/view";
import { AnswerWords } from "./answer-words";

const FULL = 100;

const isRight = ({ fraction }: ReviewedItem): boolean => fraction === FULL;

/** One question after the quiz: own answer, right answer, why, and where it is written. */
export function ReviewedCard({ item }: { item: ReviewedItem }) {
  const { question, explanation, number, questionId } = item;
  const words = [number === null ? null : `第${number}题`, marksOf(item)].filter(Boolean).join("，");
  return (
    <article className="card pad review">
      {words ? <p className="meta">{words}</p> : null}
      <h3>{question.stem}</h3>
      <Verdict item={item} />
      <p className="prose-small">{explanation}</p>
      <Passage item={item} />
      <p className="card-end">
        <a className="link quiet small" href={`/report?target=question:${questionId}`}>
          报告错误
        </a>
      </p>
    </article>
  );
}

function marksOf(item: ReviewedItem): string | null {
  if (item.voided) return "本题作废，都按满分计";
  return item.fraction > 0 && !isRight(item) ? `答对一部分，得这题的${item.fraction}%` : null;
}

function Verdict({ item }: { item: ReviewedItem }) {
  const { question, value, right, accepted } = item;
  const others = (accepted ?? []).map((ways) => ways.slice(1).join("、")).filter(Boolean);
  return (
    <dl className="verdict">
      <dt>{question.type === "fill" ? "你填的" : "你答的"}</dt>
      <dd>
        <Mark isRight={isRight(item)} />
        <AnswerWords question={question} value={value} />
      </dd>
      {isRight(item) ? null : (
        <>
          <dt>正确的</dt>
          <dd>
            <Mark isRight />
            <AnswerWords question={question} value={right} />
          </dd>
          {others.length > 0 ? (
            <>
              <dt>也算对</dt>
              <dd>{others.join("；")}</dd>
            </>
          ) : null}
        </>
      )}
    </dl>
  );
}

function Mark({ isRight: right }: { isRight: boolean }) {
  return (
    <State tone={right ? "ok" : "bad"} icon={<Icon name={right ? "check" : "close"} />}>
      <span className="vh">{right ? "对，" : "不全对，"}</span>
    </State>
  );
}

function Passage({ item: { passage, place, anchor, sources } }: { item: ReviewedItem }) {
  return (
    <blockquote className="spine mt-3">
      <p>{passage}</p>
      {anchor === "" ? null : (
        <p className="meta mt-1">
          {place ? (
            <>
              出自
              <a className="inline-link" href={place.href}>
                {place.title}
              </a>
            </>
          ) : (
            "原文已不在学习库里"
          )}
        </p>
      )}
      {sources.length > 0 ? (
        <p className="meta">
          依据：
          {sources.map(({ title, publisher, url }, index) => (
            <span key={url}>
              {index > 0 ? "；" : null}
              <a className="inline-link" href={url} rel="noreferrer" target="_blank">
                {publisher}，{title}
              </a>
            </span>
          ))}
        </p>
      ) : null}
    </blockquote>
  );
}

/** Cards of which the first few are open and the rest unfolds. */
export function FoldedCards({ title, items }: { title: string; items: readonly ReviewedItem[] }) {
  if (items.length === 0) return null;
  return (
    <details className="fold">
      <summary className="card row">
        <span className="grow">{title}</span>
        <Icon name="down" small />
      </summary>
      <div className="grid gap-3 pt-3">
        {items.map((item) => (
          <ReviewedCard key={item.question.id} item={item} />
        ))}
      </div>
    </details>
  );
}
