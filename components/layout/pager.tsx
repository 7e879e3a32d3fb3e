import { Pager as Links } from "@/components/ui/pager";

type Filter = Readonly<Record<string, string | number | undefined>>;

/** The address of a page of a list that keeps its filters; what is not given is left out. */
function pageHref(path: string, filter: Filter, page: number): string {
  const kept = Object.entries({ ...filter, page: page === 1 ? "" : page }).filter(([, value]) => (value ?? "") !== "");
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return query === "" ? path : `${path}?${query}`;
}

type Props = { path: string; filter: Filter; page: number; pages: number };

/** 上一页, 下一页 of a list whose filters stand in the address; nothing when one page holds everything. */
export function Pager({ path, filter, page, pages }: Props) {
  const link = (number: number, label: string) => ({ href: pageHref(path, filter, number), label });
  return (
    <Links
      before={page > 1 ? link(page - 1, "上一页") : null}
      after={page < pages ? link(page + 1, "下一页") : null}
      here={`第${page}页，共${pages}页`}
    />
  );
}
