import { Empty } from "@/components/ui/state";
import type { EntryCard } from "../view";

/** A day without an entry says so and offers the nearest ones. */
export function NoEntry({ nearest }: { nearest: EntryCard[] }) {
  return (
    <>
      <h1 className="vh">这一天还没有条目</h1>
      <Empty title="这一天还没有条目" hint="条目还没有写好，可以先读离它最近的" />
      <div className="card">
        {nearest.map((entry) => (
          <a key={entry.href} className="entry-row" href={entry.href}>
            <time>{entry.day}</time>
            <span>
              <b>{entry.title}</b>
              <span className="meta">{entry.summary}</span>
            </span>
          </a>
        ))}
      </div>
    </>
  );
}
