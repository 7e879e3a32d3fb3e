import { othersText, type AssignmentDetail } from "../view";
import { WithdrawForm } from "./withdraw-form";

/** What was set, to whom, until when, how far it is. */
export function AssignmentHead({ assignment }: { assignment: AssignmentDetail }) {
  const { id, count, whom, due, setWords, note, href, title, isWithdrawn } = assignment;
  const others = othersText(count);
  return (
    <div className="grid gap-3 p-4">
      <dl className="facts">
        <dt>学什么</dt>
        <dd>
          <a className="inline-link" href={href}>
            {title}
          </a>
        </dd>
        <dt>派给</dt>
        <dd>
          {whom}，{setWords}
        </dd>
        <dt>完成日期</dt>
        <dd>{isWithdrawn ? "已经撤回，学完的照样算" : due}</dd>
        <dt>学完</dt>
        <dd>
          {count.done} / {count.expected}人{count.offline > 0 ? `，其中线下${count.offline}人` : ""}
          {count.excused > 0 ? `，免学${count.excused}人不计在内` : ""}
          {others ? <span className="block">{others}</span> : null}
        </dd>
        {note ? (
          <>
            <dt>附言</dt>
            <dd>{note}</dd>
          </>
        ) : null}
      </dl>
      {isWithdrawn ? null : (
        <div className="flex flex-wrap items-start gap-2">
          <a className="btn" href={`/branch/sheet?assignment=${id}`}>
            打印学习单
          </a>
          <WithdrawForm assignmentId={id} />
        </div>
      )}
    </div>
  );
}
