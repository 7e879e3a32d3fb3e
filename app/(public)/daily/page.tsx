import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { LibraryNotice } from "@/components/layout/reading";
import { loadArchive } from "@/features/daily-entries/loaders";
import { shareMetadata } from "@/lib/share-metadata";

export function generateMetadata(): Metadata {
  return shareMetadata({
    title: "党史天天谈",
    description: "按月翻看每天一条的党史，三分钟读完，都有出处。",
    path: "/daily",
    kind: "website",
  });
}

/** 党史天天谈 by month. */
export default async function DailyPage() {
  const months = await loadArchive();
  return (
    <PhonePage tab="learn" title="党史天天谈" back={{ href: "/lessons", label: "回到学习" }}>
      <h1 className="vh">党史天天谈</h1>
      <LibraryNotice />
      {months.length === 0 ? (
        <Empty title="还没有条目" hint="条目写好后会按月排在这里" action={{ href: "/lessons", label: "先看课程" }} />
      ) : null}
      <nav className="month-nav" aria-label="月份">
        {months.map(({ month, title }) => (
          <a key={month} className="chip" href={`#month-${month}`}>
            {title}
          </a>
        ))}
      </nav>
      {months.map(({ month, title, entries }) => (
        <section key={month} className="group" id={`month-${month}`}>
          <header>
            <h2>{title}</h2>
            <span className="meta">{entries.length}条</span>
          </header>
          <div className="card">
            {entries.map((entry) => (
              <a key={entry.href} className="entry-row" href={entry.href}>
                <time>{entry.day}</time>
                <span>
                  <b>{entry.title}</b>
                  <span className="meta">
                    {entry.year ? `${entry.year}，` : ""}
                    {entry.summary}
                  </span>
                </span>
              </a>
            ))}
          </div>
        </section>
      ))}
    </PhonePage>
  );
}
