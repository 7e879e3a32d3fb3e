import { Empty } from "@/components/ui/state";
import type { BoardLine, SeasonView } from "../view";

/** The top of those who joined. */
export function TopList({ top, leftOut, people, state }: SeasonView) {
  return (
    <section className="group">
      <header>
        <h2>前二十名</h2>
        <span className="meta">{people}人参加</span>
      </header>
      {top.length === 0 ? (
        <div className="card">
          <Empty
            title="榜上还没有人"
            hint={state === "open" ? "有人参加、有了积分，这里就会列出来" : "这一季没有人参加，或参加的人没有积分"}
          />
        </div>
      ) : (
        <ol className="card rank">
          {top.map((row, index) => (
            <li key={index} className={row.place <= 3 ? "top" : undefined}>
              <span className="pos">
                <span className="vh">第</span>
                {row.place}
                <span className="vh">名</span>
              </span>
              <span className="who">
                <b>{row.name}</b>
                {row.tied ? <span className="tie">并列</span> : null}
                {row.own ? <small>你</small> : null}
              </span>
              <span className="pts">{row.points}分</span>
            </li>
          ))}
        </ol>
      )}
      {leftOut ? <p className="meta mt-3">{leftOut}</p> : null}
    </section>
  );
}

const average = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)}.${String(Math.abs(hundredths % 100)).padStart(2, "0")}`;

/** A board of units by points per head. */
export function Board({ title, own, rows }: { title: string; own: string; rows: readonly BoardLine[] }) {
  return (
    <section className="group">
      <header>
        <h2>{title}</h2>
        <span className="meta">人均积分</span>
      </header>
      {rows.length === 0 ? (
        <p className="card pad prose-small">参加的人合起来还不足五人，不列。</p>
      ) : (
        <ol className="card rank">
          {rows.map((row) => (
            <li key={row.name}>
              <span className="pos">{row.place}</span>
              <span className="who">
                <b>{row.name}</b>
                <small>
                  {row.people}人参加，合计{row.sum}分{row.own ? `，${own}` : ""}
                </small>
              </span>
              <span className="pts">{average(row.averageHundredths)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
