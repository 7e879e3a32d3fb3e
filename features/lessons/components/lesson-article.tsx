import { Fragment, type ReactNode } from "react";
import { Drawing } from "@/components/ui/drawing";
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
import { Group, Row } from "@/components/layout/phone-page";
import { ERRATA_PAGE } from "@/features/errata/view";
import type { LessonPage, LessonPlace } from "../loaders";
import type { LessonCard, LessonView } from "../view";

type Props = Extract<LessonPage, { state: "shown" }> & { recallForm: ReactNode };

const neighbour = (card: LessonCard | null, label: string) => card && { href: card.href, label, title: card.title };

/** One lesson: timeline, body, terms, talk, sources, recall questions. Complete without script, and on paper. */
export function LessonArticle({ lesson, place, corrections, previous, next, films, recallForm }: Props) {
  return (
    <Reading period={lesson.period}>
      <header className="head">
        <Drawing name={lesson.drawing} className="art" />
        <p className="meta">
          {lesson.course}，{lesson.level}
          <PeriodName period={lesson.period} />
        </p>
        <h1>
          {lesson.title}
          {lesson.subtitle ? <small>{lesson.subtitle}</small> : null}
        </h1>
        <p className="lede">{lesson.summary}</p>
        <LibraryNotice />
        <ReadAloud />
        <CoursePlace place={place} />
      </header>
      <hr />
      <Timeline lesson={lesson} />
      <Body html={lesson.html} />
      <Terms lesson={lesson} />
      <section className="group">
        <header>
          <h2>想一想，议一议</h2>
        </header>
        <ol className="talk">
          {lesson.discuss.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </section>
      {films.length > 0 && (
        <Group title="影片">
          <div className="card no-print">
            {films.map(({ href, title, facts }) => (
              <Row key={href} href={href} icon="play" title={title} meta={facts} />
            ))}
          </div>
        </Group>
      )}
      <Corrections lines={corrections} />
      <Sources record={ERRATA_PAGE} sources={lesson.sources} checked={lesson.checked} against={lesson.against} />
      <ReportLink href={lesson.report} />
      <RecallGroup reports={lesson.questionReports} note="答完就算学完，读多久都可以">
        {recallForm}
      </RecallGroup>
      <Neighbours previous={neighbour(previous, "上一课")} next={neighbour(next, "下一课")} label="前后的课" />
    </Reading>
  );
}

/** How far into its course a lesson stands, drawn and in words. */
function CoursePlace({ place: { number, count } }: { place: LessonPlace }) {
  return (
    <div className="course-place">
      <div className="days" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <i key={index} className={index + 1 < number ? "past" : index + 1 === number ? "now" : undefined} />
        ))}
      </div>
      <p className="meta">
        第{number}课，共{count}课
      </p>
    </div>
  );
}

function Timeline({ lesson }: { lesson: LessonView }) {
  return (
    <ol className="line-time" aria-label="时间线">
      {lesson.timeline.map((item) => (
        <li key={`${item.date}${item.text}`} className={item.isHere ? "here" : undefined}>
          <time dateTime={item.date}>
            <b>{item.main}</b>
            {item.year}
          </time>
          <div>
            {item.text}
            {item.note ? <span className="meta">{item.note}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Terms({ lesson }: { lesson: LessonView }) {
  if (lesson.terms.length === 0) return null;
  return (
    <section className="group">
      <header>
        <h2>词语</h2>
      </header>
      <dl className="terms">
        {lesson.terms.map(({ term, text }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
