import { Fragment, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { State } from "@/components/ui/state";

/** The parts of a reading page. Nothing here runs in the browser. */

/** One source; `seen` is a date in words. */
export type SourceView = { id: string; title: string; publisher: string; url: string; seen: string };

/** Shown by /installation.css until a named reviewer of this unit accepted the library. */
export function LibraryNotice() {
  return (
    <p className="library-notice">
      <State tone="plain" icon={<Icon name="eyeOff" />}>
        待本单位审核
      </State>
    </p>
  );
}

type ReadingProps = {
  /** Colours the rule, the timeline and the headings; null for what runs through several periods. */
  period: { id: string } | null;
  /** More classes. */
  className?: string;
  children: ReactNode;
};

/** The column of a reading page in the colour of its period. */
export function Reading({ period, className = "", children }: ReadingProps) {
  return (
    <article className={`reading ${className}`.trimEnd()} data-period={period?.id}>
      {children}
    </article>
  );
}

/** The name of the period after what else stands above the title. */
export function PeriodName({ period }: { period: { label: string } | null }) {
  return period && <span className="period">{period.label}</span>;
}

/** 朗读 by the browser's own voice; public/theme.js shows the button where there is one and fetches what reads. */
export function ReadAloud() {
  return (
    <p className="no-print">
      <button className="btn mt-2" type="button" data-read-aloud="later" hidden aria-pressed="false">
        <Icon name="sound" small />
        <span>朗读</span>
      </button>
    </p>
  );
}

/** The sanitised body. */
export function Body({ html }: { html: string }) {
  return <div className="body" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** What was wrong here and was put right; `href` leads to the record of it. */
export function Corrections({ lines }: { lines: { id: string; text: string; href: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <aside className="panel mt-5" aria-label="更正">
      {lines.map(({ id, text, href }) => (
        <p key={id}>
          {text}
          <a className="inline-link no-print" href={href}>
            看记录
          </a>
        </p>
      ))}
    </aside>
  );
}

type SourcesProps = {
  /** Where everything stands that was corrected. */
  record: string;
  sources: SourceView[];
  /** Who looked, and when. */
  checked: string;
  /** The pages from which a second person found the same. */
  against: SourceView[];
};

export function Sources({ record, sources, checked, against }: SourcesProps) {
  return (
    <section className="group" aria-labelledby="sources">
      <header>
        <h2 id="sources">出处</h2>
        <span className="meta">{checked}</span>
      </header>
      <ol className="sources">
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            <Page page={source} />
            <a className="icon-btn sheet-close" href={CLOSED} aria-label="收起出处">
              <Icon name="close" />
            </a>
          </li>
        ))}
      </ol>
      {against.length > 0 && (
        <p className="meta">
          复核所据：
          {against.map((page, index) => (
            <Fragment key={page.id}>
              {index > 0 && "；"}
              <Page page={page} />
            </Fragment>
          ))}
          。
        </p>
      )}
      <p className="no-print">
        <a className="link quiet small" href={record}>
          更正记录
        </a>
      </p>
    </section>
  );
}

function Page({ page }: { page: SourceView }) {
  return (
    <span>
      <a className="inline-link" href={page.url} rel="noreferrer noopener">
        {page.title}
      </a>
      ，{page.publisher}，{page.seen}查看
      <span className="print-only"> {page.url}</span>
    </span>
  );
}

/**
 * On a phone the source that a note leads to stands as a sheet at the foot of the screen while it is the target of the
 * address. No element has this name, so that going there takes the sheet away and scrolls nothing.
 */
const CLOSED = "#reading-on";

/** 报告错误, on everything that teaches. */
export function ReportLink({ href }: { href: string }) {
  return (
    <p className="report no-print">
      <a className="link quiet small" href={href}>
        <Icon name="report" small />
        报告错误
      </a>
    </p>
  );
}

type RecallProps = {
  note: string;
  /** Where to report each question as wrong, in their order. */
  reports: string[];
  children: ReactNode;
};

/** 回想一下: the form is handed in by the page; below it, where to report a wrong question. */
export function RecallGroup({ note, reports, children }: RecallProps) {
  if (reports.length === 0) return null;
  return (
    <section className="group" id="recall" aria-labelledby="recall-title">
      <header>
        <h2 id="recall-title">回想一下</h2>
        <span className="meta">{note}</span>
      </header>
      <div className="card pad recall-card">{children}</div>
      <p className="report no-print">
        {reports.map((href, index) => (
          <a key={href} className="link quiet small" href={href}>
            <Icon name="report" small />
            {reports.length === 1 ? "这道题有错" : `第${index + 1}题有错`}
          </a>
        ))}
      </p>
    </section>
  );
}

export type Neighbour = { href: string; label: string; title: string };

/** 上一条、下一条. */
export function Neighbours({
  previous,
  next,
  label,
}: {
  previous: Neighbour | null;
  next: Neighbour | null;
  label: string;
}) {
  if (previous === null && next === null) return null;
  return (
    <nav className="neighbours no-print" aria-label={label}>
      {[previous, next].map((item, index) =>
        item === null ? null : (
          <a
            key={item.href}
            href={item.href}
            className={index === 0 ? "before" : "after"}
            rel={index === 0 ? "prev" : "next"}
          >
            <span className="meta">{item.label}</span>
            <span>{item.title}</span>
          </a>
        ),
      )}
    </nav>
  );
}
