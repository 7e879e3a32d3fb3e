import { Empty, State } from "@/components/ui/state";
import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { Icon } from "@/components/ui/icon";
import type { AttemptSummary } from "../queries";
import { pointsOf } from "./score-words";

/** Own attempts, the latest first, under the day they began. */
export function HistoryList({ attempts }: { attempts: readonly AttemptSummary[] }) {
  if (attempts.length === 0) {
    return (
      <Empty
        title="还没有答过题"
        hint="答过的每一次，成绩和回执都会留在这里"
        action={{ href: "/quizzes", label: "去答题" }}
      />
    );
  }
  const days = group(attempts);
  return (
    <>
      {[...days].map(([day, items]) => (
        <section className="group" key={day}>
          <header>
            <h2>
              {day.slice(0, 4)}年{formatDay(day)}
            </h2>
          </header>
          <div className="card">
            {items.map((attempt) => (
              <AttemptRow key={attempt.id} attempt={attempt} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function group(attempts: readonly AttemptSummary[]): Map<string, AttemptSummary[]> {
  const days = new Map<string, AttemptSummary[]>();
  for (const attempt of attempts) {
    const day = businessDateOf(attempt.startedAt);
    days.set(day, [...(days.get(day) ?? []), attempt]);
  }
  return days;
}

function AttemptRow({ attempt }: { attempt: AttemptSummary }) {
  const { id, title, number, score, maxScore, closedAt, passed } = attempt;
  return (
    <a className="row" href={`/attempts/${id}`}>
      <div className="grow">
        <h3>{title}</h3>
        <span className="meta">
          第{number}次，
          {closedAt === null || score === null
            ? "还没交卷，接着答"
            : `${pointsOf(score)}分，满分${pointsOf(maxScore ?? 0)}分`}
        </span>
      </div>
      {closedAt === null ? (
        <State tone="wait" icon={<Icon name="clock" />}>
          正在答
        </State>
      ) : passed ? (
        <State tone="ok">通过</State>
      ) : null}
      <Icon name="next" small />
    </a>
  );
}
