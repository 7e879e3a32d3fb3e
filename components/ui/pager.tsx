export type PagerLink = { href: string; label: string };

/** The way to the pages before and after, with a word about where one is. Nothing when there is but one page. */
export function Pager({ before, after, here }: { before: PagerLink | null; after: PagerLink | null; here: string }) {
  if (before === null && after === null) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {before ? (
        <a className="btn" href={before.href}>
          {before.label}
        </a>
      ) : null}
      <span>{here}</span>
      {after ? (
        <a className="btn" href={after.href}>
          {after.label}
        </a>
      ) : null}
    </nav>
  );
}
