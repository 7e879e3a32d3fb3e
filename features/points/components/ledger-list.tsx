import { formatDay } from "@/domain/calendar/labels";
import type { LedgerLine, LedgerQuarter } from "../loaders";
import { signed } from "../view";

function Line({ line }: { line: LedgerLine }) {
  return (
    <li className="row">
      <div className="grow">
        <h3>
          {line.reasonName}
          {line.title ? `，${line.title}` : ""}
        </h3>
        <span className="meta">
          <time dateTime={line.date}>{formatDay(line.date)}</time>　{line.rule}
        </span>
        {line.note ? <span className="meta">{line.note}</span> : null}
      </div>
      <p className="num">
        <b>{signed(line.value)}</b>
        <span className="meta block">累计{line.quarterSum}分</span>
      </p>
    </li>
  );
}

/** One quarter of the ledger, newest first, with the running sum at every line. */
export function LedgerList({ label, lines }: LedgerQuarter) {
  return (
    <section className="group">
      <header>
        <h2>{label}</h2>
      </header>
      <ul className="card">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}
