type Filter = Readonly<Record<string, string | number>>;

/** The address of a page of a list that keeps its filters; what is not given is left out. */
function pageHref(path: string, filter: Filter, page: number): string {
  const kept = Object.entries({ ...filter, page: page === 1 ? "" : page }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** 上一页, 下一页 of a list whose filters stand in the address; nothing when one page holds everything. */
export function Pager({ path, filter, page, pages }: { path: string; filter: Filter; page: number; pages: number }) {
  if (pages === 1) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {page > 1 ? (
        <a className="btn" href={pageHref(path, filter, page - 1)}>
          上一页
        </a>
      ) : null}
      <span>
        第{page}页，共{pages}页
      </span>
      {page < pages ? (
        <a className="btn" href={pageHref(path, filter, page + 1)}>
          下一页
        </a>
      ) : null}
    </nav>
  );
}
