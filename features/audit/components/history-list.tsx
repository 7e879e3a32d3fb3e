import type { Change, HistoryLine } from "../view";

/** The history of one person or place: what was done, when, by whom, what was before and after. */
export function HistoryList({ lines }: { lines: HistoryLine[] }) {
  if (lines.length === 0) return <p className="meta px-4 py-3">还没有办过什么事。</p>;
  return (
    <ul className="thread">
      {lines.map((line) => (
        <li key={line.id}>
          <p className="from">
            <span>{line.what}</span>
            <span className="nb">{line.at}</span>
          </p>
          <ChangeList changes={line.changes} />
          <p className="meta">经办：{line.actor}</p>
        </li>
      ))}
    </ul>
  );
}

/** What was before and what is after, a line each. */
export function ChangeList({ changes }: { changes: Change[] }) {
  return (
    <>
      {changes.map((change) => (
        <p key={change.field} className="break-words">
          {change.field}：{change.before === null ? null : <s>{change.before}</s>}
          {change.before !== null && change.after !== null ? " → " : null}
          {change.after ?? (change.before === null ? null : "（去掉）")}
        </p>
      ))}
    </>
  );
}
