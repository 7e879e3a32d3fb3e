import { Empty } from "@/components/ui/state";
import type { Decision } from "../view/decisions";

/** What waits today: how many, a sentence, one verb. The first is the main one. */
export function DecisionList({ decisions }: { decisions: Decision[] }) {
  if (decisions.length === 0) return <Empty title="今天没有等着定的事" hint="有要答复、审核和确认的，会出现在这里" />;
  return (
    <ol className="decide">
      {decisions.map(({ count, what, hint, verb, href }, index) => (
        <li key={what}>
          <span className="n">{count}</span>
          <div>
            <b>{what}</b>
            <small>{hint}</small>
          </div>
          <a className={index === 0 ? "btn main" : "btn"} href={href}>
            {verb}
          </a>
        </li>
      ))}
    </ol>
  );
}
