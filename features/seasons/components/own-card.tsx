import { Icon } from "@/components/ui/icon";
import { State } from "@/components/ui/state";
import type { SeasonView } from "../view";
import { LeaveButton } from "./leave-button";

/** How strongly each part of the bar is drawn, most points first; what follows shares the last. */
const SHADES = ["opacity-100", "opacity-72", "opacity-50", "opacity-32", "opacity-20"];
const shadeOf = (index: number): string => SHADES[index] ?? "opacity-20";

type Row = NonNullable<SeasonView["own"]>["split"][number];

/** The parts of a whole as one bar. Attributes and classes only: the content policy lets no style into the page. */
function Bar({ rows }: { rows: Row[] }) {
  const total = rows.reduce((sum, row) => sum + row.points, 0);
  const parts = rows.map((row, index) => {
    const before = rows.slice(0, index).reduce((sum, earlier) => sum + earlier.points, 0);
    return <rect key={row.reason} className={shadeOf(index)} x={before} width={row.points} height={1} />;
  });
  return (
    <svg
      className="split"
      role="img"
      aria-label={rows.map((row) => `${row.name}${row.points}分`).join("，")}
      viewBox={`0 0 ${total} 1`}
      preserveAspectRatio="none"
    >
      {parts}
    </svg>
  );
}

function Split({ split }: { split: NonNullable<SeasonView["own"]>["split"] }) {
  const gained = split.filter((row) => row.points > 0);
  if (split.length === 0) return null;
  return (
    <>
      {gained.length > 0 ? <Bar rows={gained} /> : null}
      <table className="tbl">
        <caption className="vh">我的积分来源</caption>
        <thead className="vh">
          <tr>
            <th scope="col">来源</th>
            <th scope="col">分</th>
          </tr>
        </thead>
        <tbody>
          {split.map((row, index) => (
            <tr key={row.reason}>
              <th scope="row" className="pl-0">
                <span className={`key-box mr-2 inline-block border-0 bg-data align-middle ${shadeOf(index)}`} />
                {row.name}
              </th>
              <td className="num pr-0">{row.points}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The own place, behind a lock. */
export function OwnCard({ season }: { season: SeasonView }) {
  const { own, quarter, state, top } = season;
  return (
    <section className="card pad mt-3" aria-label="我的名次">
      <div className="place">
        <div>
          <State tone="plain" icon={<Icon name="lock" />}>
            只有你看得到
          </State>
          <p className="mt-1">{own === null ? <b className="small">名次几秒后就有</b> : <b>第{own.place}名</b>}</p>
        </div>
        {own === null ? null : (
          <p className="second text-right">
            {own.points}分<br />
            <span className="meta">{own.shared ? "与别人并列" : null}</span>
          </p>
        )}
      </div>
      {own === null ? null : <Split split={own.split} />}
      {state === "closed" && top.some((row) => row.own) ? (
        <p>
          <a className="link small" href="/me/certificates">
            领证书
          </a>
        </p>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4">
        <a className="link small" href="/me/points">
          看流水，自己核算
        </a>
        <LeaveButton quarter={quarter} state={state} />
      </div>
    </section>
  );
}
