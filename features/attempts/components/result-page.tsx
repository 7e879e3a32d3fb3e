import { Group, PhonePage } from "@/components/layout/phone-page";
import { formatInstant } from "@/domain/calendar/labels";
import type { ReviewedItem } from "@/features/mistakes/view";
import type { AttemptResult } from "../loaders";
import { AttemptReceipt } from "./attempt-receipt";
import { LeftOver } from "./left-over";
import { FoldedCards, ReviewedCard } from "./reviewed-card";
import { pointsOf } from "./score-words";

const FULL = 100;
/** More numbers than this are read by nobody. */
const NAMED_MARKS = 8;
const isRight = ({ fraction }: ReviewedItem): boolean => fraction === FULL;

/** The result of an attempt: score, receipt, and the questions once the quiz lets them be reviewed. */
export function ResultPage({ result, memberId }: { result: AttemptResult; memberId: string }) {
  const { summary, outcome, corrections, review, closedBy, passPercent } = result;
  const { receipt } = outcome;
  const total = `满分${pointsOf(receipt.maxScore)}分`;
  return (
    <PhonePage tab="quiz" title={summary.title} back={{ href: "/quizzes", label: "回到答题" }}>
      <section className="pt-2">
        <h1 className="vh">{summary.title}，成绩和回执</h1>
        <p className="meta">
          第{summary.number}次作答{closedBy === "expired" ? "，到时自动交卷" : null}
        </p>
        <p className="score mt-1">
          <b>{pointsOf(summary.score ?? receipt.score)}</b>
          <span>分，{review ? `${review.length}题答对${review.filter(isRight).length}题` : total}</span>
        </p>
        {review ? <Marks review={review} /> : null}
        <p className="second small mt-2">
          {summary.passed ? `通过了，${passPercent}%就算通过` : `还没通过，得到满分的${passPercent}%就算通过`}
          {review ? `，${total}` : null}
        </p>
      </section>
      <Corrections corrections={corrections} />
      <LeftOver memberId={memberId} attemptId={summary.id} />
      <AttemptReceipt outcome={outcome} title={summary.title} />
      {review ? <ReviewList review={review} /> : <ReviewNote opensAt={outcome.reviewOpensAt} />}
    </PhonePage>
  );
}

/** What was set right after the receipt was signed. */
function Corrections({ corrections }: { corrections: AttemptResult["corrections"] }) {
  return corrections.map(({ questionId, scoreBefore, scoreAfter, pointsAdded, at }) => (
    <p className="panel mt-3" key={questionId}>
      {formatInstant(at)}更正：有一道题作废，人人按满分计，成绩从{pointsOf(scoreBefore)}分更正为{pointsOf(scoreAfter)}分
      {pointsAdded > 0 ? `，补记${pointsAdded}分积分` : ""}。回执照当时的成绩保留。
    </p>
  ));
}

function Marks({ review }: { review: readonly ReviewedItem[] }) {
  const wrong = review.filter((item) => !isRight(item)).map(({ number }) => `第${number ?? 0}题`);
  const named = wrong.length > NAMED_MARKS ? `，共${wrong.length}题` : `：${wrong.join("、")}`;
  const words = wrong.length === 0 ? "每一题都答对了" : `空框是没全对的${named}`;
  return (
    <>
      <div className="marks" role="img" aria-label={words}>
        {review.map((item) => (
          <i key={item.question.id} className={isRight(item) ? undefined : "no"} />
        ))}
      </div>
      <p className="meta">{words}</p>
    </>
  );
}

function ReviewList({ review }: { review: readonly ReviewedItem[] }) {
  const wrong = review.filter((item) => !isRight(item));
  const right = review.filter(isRight);
  return (
    <>
      {wrong.length > 0 ? (
        <Group title={`没全对的${wrong.length}题`} more={{ href: "/me/mistakes", label: "温故" }}>
          <div className="grid gap-3">
            {wrong.map((item) => (
              <ReviewedCard key={item.question.id} item={item} />
            ))}
          </div>
        </Group>
      ) : null}
      <div className="mt-3">
        <FoldedCards title={`答对的${right.length}题`} items={right} />
      </div>
    </>
  );
}

function ReviewNote({ opensAt }: { opensAt: string | null }) {
  return (
    <section className="group panel">
      {opensAt === null
        ? "这份测验不公布解析。"
        : `答案和解析从${formatInstant(new Date(opensAt))}起开放，到时还在这一页看。`}
      对题目有疑问，可以先
      <a className="inline-link" href="/suggestions">
        写给我们
      </a>
      。
    </section>
  );
}
