import type { ReactNode } from "react";
import { Drawing } from "@/components/ui/drawing";
import { Icon } from "@/components/ui/icon";
import {
  Body,
  Corrections,
  LibraryNotice,
  Neighbours,
  PeriodName,
  ReadAloud,
  Reading,
  RecallGroup,
  ReportLink,
  Sources,
} from "@/components/layout/reading";
import { ERRATA_PAGE } from "@/features/errata/view";
import type { EntryPage } from "../loaders";
import { inWords, type EntryCard } from "../view";

type Props = Extract<EntryPage, { state: "shown" }> & { recallForm: ReactNode };

const neighbour = (card: EntryCard | null) => card && { href: card.href, label: card.day, title: card.title };

/** One entry: body, sources, recall questions, the same day in other years. Complete without script. */
export function EntryArticle({ entry, corrections, sameDay, previous, next, recallForm }: Props) {
  return (
    <Reading period={entry.isMourning ? null : entry.period} className={entry.isMourning ? "mourning" : ""}>
      <header className="head">
        <Drawing name={entry.drawing} className="art" />
        <p className="meta">
          {entry.year ? `${entry.year}${entry.day}` : entry.kind}
          <PeriodName period={entry.period} />
        </p>
        <h1>{entry.title}</h1>
        <p className="lede">{entry.summary}</p>
        <LibraryNotice />
        <ReadAloud />
      </header>
      <hr className="mb-5" />
      <Body html={entry.html} />
      <Corrections lines={corrections} />
      <Sources record={ERRATA_PAGE} sources={entry.sources} checked={entry.checked} against={entry.against} />
      <ReportLink href={entry.report} />
      <RecallGroup reports={entry.questionReports} note={`${inWords(entry.recall.length)}道，读多久都可以`}>
        {recallForm}
      </RecallGroup>
      {sameDay.length > 0 ? (
        <section className="group">
          <header>
            <h2>历史上的这一天</h2>
          </header>
          <div className="card">
            {sameDay.map((item) => (
              <a key={`${item.year}${item.text}`} className="row" href={item.href}>
                <div className="grow">
                  <h3>
                    {item.year}，{item.text}
                  </h3>
                  <span className="meta">课程《{item.lesson}》</span>
                </div>
                <Icon name="next" small />
              </a>
            ))}
          </div>
        </section>
      ) : null}
      <Neighbours previous={neighbour(previous)} next={neighbour(next)} label="前后的条目" />
    </Reading>
  );
}
