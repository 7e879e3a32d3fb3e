import { Icon } from "@/components/ui/icon";
import { Empty } from "@/components/ui/state";
import type { Piece } from "@/domain/search/rank";
import type { SearchPage } from "../loaders";
import { SEARCH_KINDS } from "../constants";
import { SEARCH_KIND_LABELS, SHOWN, type SearchResults } from "../view";

const addressOf = (q: string, kind: string | null): string =>
  `/search?${new URLSearchParams({ q, ...(kind === null ? {} : { kind }) }).toString()}`;

export function SearchForm({ q }: { q: string }) {
  return (
    <form className="flex items-end gap-2 pt-4" method="get" action="/search" role="search">
      <div className="ask grow">
        <label className="vh" htmlFor="q">
          找什么
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={40}
          placeholder="遵义、1935年1月、zyhy"
          enterKeyHint="search"
          autoComplete="off"
        />
      </div>
      <button className="btn main" type="submit">
        搜索
      </button>
    </form>
  );
}

/** What was found, or what to try instead. */
export function SearchFound({ page: { q, kind, ignored, found } }: { page: SearchPage }) {
  if (found === null) return q === "" ? <Hints /> : <TooShort ignored={ignored} />;
  if (SEARCH_KINDS.every((each) => found.counts[each] === 0)) return <NothingFound q={q} />;
  return (
    <>
      {ignored.length > 0 ? <p className="meta mt-3">单个字太宽，没有找“{ignored.join("”“")}”。</p> : null}
      {found.isExact ? null : <p className="panel mt-3">没有一字不差的，下面这些相近。</p>}
      <Kinds q={q} kind={kind} found={found} />
      <ResultList found={found} />
      {found.results.length === SHOWN ? <p className="meta mt-3">只列前{SHOWN}条，加一个词可以找得更准。</p> : null}
    </>
  );
}

function Kinds({ q, kind, found: { counts } }: { q: string; kind: string | null; found: SearchResults }) {
  const tabs = SEARCH_KINDS.map((value) => ({ value, label: `${SEARCH_KIND_LABELS[value]} ${String(counts[value])}` }));
  return (
    <nav className="subtabs" aria-label="类别">
      {[{ value: null, label: "全部" }, ...tabs].map(({ value, label }) => (
        <a key={label} href={addressOf(q, value)} aria-current={value === kind || undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function ResultList({ found: { results } }: { found: SearchResults }) {
  if (results.length === 0) return <p className="second mt-3">这一类里没有，看看“全部”。</p>;
  return (
    <section className="card mt-3" aria-label="找到的">
      {results.map(({ id, href, label, title, text }) => (
        <a key={id} className="row" href={href}>
          <div className="grow">
            <h3>
              <Marked pieces={title} />
            </h3>
            <p className="second small">
              <Marked pieces={text} />
            </p>
            <span className="meta">{label}</span>
          </div>
          <Icon name="next" small />
        </a>
      ))}
    </section>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text));
}

const HINTS = [
  ["遵义", "地名、人名、事情，两个字起"],
  ["1935年1月", "年、年月或某一天，写成1935-01-15也行"],
  ["10月1日", "历年的这一天"],
  ["czyzyhy", "标题的拼音首字母"],
  ["长征 会师", "几个词用空格隔开，都要有"],
] as const;

function Hints() {
  return (
    <section className="group" aria-labelledby="hints">
      <header>
        <h2 id="hints">可以这样找</h2>
      </header>
      <div className="card">
        {HINTS.map(([typed, what]) => (
          <a key={typed} className="row" href={addressOf(typed, null)}>
            <div className="grow">
              <h3>{typed}</h3>
              <span className="meta">{what}</span>
            </div>
            <Icon name="next" small />
          </a>
        ))}
      </div>
    </section>
  );
}

function TooShort({ ignored }: { ignored: readonly string[] }) {
  const said = ignored.length > 0 ? `只有单个字“${ignored.join("”“")}”` : "没有可以找的字";
  return <Empty title={said} hint="写两个字以上，比如“遵义”" />;
}

function NothingFound({ q }: { q: string }) {
  return (
    <>
      <Empty
        title={`没有找到“${q}”`}
        hint="少写几个字，或换一个说法；几个词要在同一篇里都有才算"
        action={{ href: "/lessons", label: "按课程看" }}
      />
      <p className="meta mt-3">
        觉得应该有？
        <a className="inline-link" href="/suggestions">
          告诉我们想看什么
        </a>
      </p>
      <p className="meta mt-3">
        只给本单位的人看的厂情厂史不在搜索里，登录后在
        <a className="inline-link" href="/stories">
          厂情厂史
        </a>
        里看。
      </p>
    </>
  );
}
