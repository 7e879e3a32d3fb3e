import { Icon } from "@/components/ui/icon";
import { Empty, State } from "@/components/ui/state";
import type { ContestResults as Results } from "../schema";
import { scoreWords } from "./contest-words";

/** The own place, behind a lock. */
export function OwnPlace({ own }: { own: Results["own"] }) {
  if (own === null) return null;
  return (
    <div className="place">
      <div>
        <State tone="plain" icon={<Icon name="lock" />}>
          只有你看得到
        </State>
        <p className="mt-1">
          <b>第{own.place}名</b>
        </p>
      </div>
      <p className="second text-right">
        {scoreWords(own.score)}分<br />
        <span className="meta">{own.shared ? "与别人并列" : null}</span>
      </p>
    </div>
  );
}

/** The top of those who registered and took part. */
export function TopList({ top, leftOut }: Pick<Results, "top" | "leftOut">) {
  return (
    <section className="group">
      <header>
        <h2>前二十名</h2>
      </header>
      {top.length === 0 ? (
        <div className="card">
          <Empty title="榜上没有人" hint="这一场没有人参加，或参加的人没有得分" />
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
              <span className="pts">{scoreWords(row.score)}分</span>
            </li>
          ))}
        </ol>
      )}
      {leftOut ? <p className="meta mt-3">{leftOut}</p> : null}
    </section>
  );
}

/** Branches by the average of the best scores of their people who took part. */
export function BranchBoard({ branches }: Pick<Results, "branches">) {
  return (
    <section className="group">
      <header>
        <h2>支部</h2>
        <span className="meta">平均分</span>
      </header>
      {branches.length === 0 ? (
        <p className="card pad prose-small">参加的人合起来还不足五人，不列。</p>
      ) : (
        <ol className="card rank">
          {branches.map((row) => (
            <li key={row.name}>
              <span className="pos">{row.place}</span>
              <span className="who">
                <b>{row.name}</b>
                <small>
                  {row.people}人参加{row.own ? "，你的支部" : ""}
                </small>
              </span>
              <span className="pts">{scoreWords(row.average)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
