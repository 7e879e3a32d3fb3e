import {
  Body,
  Corrections,
  LibraryNotice,
  PeriodName,
  ReadAloud,
  Reading,
  ReportLink,
  Sources,
} from "@/components/layout/reading";
import { Group, Row } from "@/components/layout/phone-page";
import { ERRATA_PAGE } from "@/features/errata/view";
import type { FilmPage } from "../loaders";
import type { FilmView, TranscriptLine } from "../view";

/** One film: the player or the way to it, what to look for, what to talk about, every word of it, and where it is from. */
export function FilmArticle({ film, corrections }: Extract<FilmPage, { state: "shown" }>) {
  return (
    <Reading period={film.period}>
      <header className="head">
        <p className="meta">
          红色影片
          <PeriodName period={film.period} />
        </p>
        <h1>{film.title}</h1>
        <p className="lede">{film.summary}</p>
        <ReadAloud />
        {film.proof && <LibraryNotice />}
      </header>
      <Player film={film} />
      <LookFor lines={film.lookFor} />
      {film.html === "" ? null : <Body html={film.html} />}
      <TalkAfter film={film} />
      <Transcript lines={film.transcript} />
      <Corrections lines={corrections} />
      {film.proof ? (
        <Sources record={ERRATA_PAGE} {...film.proof} />
      ) : (
        <p className="meta mt-5">{film.publisher}，由本单位添加，内容由本单位负责。</p>
      )}
      <ReportLink href={film.report} />
    </Reading>
  );
}

/** Nothing starts by itself, and nothing is loaded but the head of the file: what it costs is said before. */
function Player({ film: { player, link, facts, title, publisher } }: { film: FilmView }) {
  if (link !== null)
    return (
      <div className="panel">
        <p>
          {facts}。在{publisher}的网站（{link.host}）上看，会离开指尖课堂。
        </p>
        <p className="mt-3">
          <a className="btn main" href={link.href} rel="noreferrer noopener">
            去看影片
          </a>
        </p>
      </div>
    );
  if (player === null) return null;
  const [first] = player.sources;
  return (
    <figure className="film-player no-print">
      <video controls preload="metadata" playsInline poster={player.poster ?? undefined} aria-label={title}>
        {player.sources.map(({ src, type }) => (
          <source key={src} src={src} type={type} />
        ))}
        {player.captions === null ? null : (
          <track kind="captions" src={player.captions} srcLang="zh-CN" label="中文字幕" default />
        )}
      </video>
      <figcaption className="meta">
        {facts}，{publisher}。
        {first && (
          <>
            放不出来就
            <a className="inline-link" href={first.src} download>
              下载到手机里看
            </a>
            。
          </>
        )}
      </figcaption>
    </figure>
  );
}

function LookFor({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="group">
      <header>
        <h2>看点</h2>
      </header>
      <ul className="look-for">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function TalkAfter({ film: { discuss, lesson } }: { film: FilmView }) {
  if (discuss.length === 0 && lesson === null) return null;
  return (
    <Group title="看后想一想">
      {discuss.length > 0 && (
        <ol className="talk">
          {discuss.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      )}
      {lesson && (
        <div className="card mt-3">
          <Row href={lesson.href} icon="book" title={lesson.title} meta="从头到尾讲这件事的一课" />
          <Row
            href={`${lesson.href}#recall`}
            icon="quiz"
            title={`答${lesson.questions}道回想题`}
            meta="在那一课末尾，自愿作答"
          />
        </div>
      )}
    </Group>
  );
}

/** Every word, for who has no sound, no signal or no time for the film. */
function Transcript({ lines }: { lines: readonly TranscriptLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="group" aria-labelledby="transcript">
      <header>
        <h2 id="transcript">文字稿</h2>
        <span className="meta">不放影片也能读</span>
      </header>
      <ol className="transcript">
        {lines.map(({ at, text, picture }) => (
          <li key={at}>
            <span className="at">{at}</span>
            <p>
              {picture === null ? null : <span className="picture">{picture}</span>}
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
