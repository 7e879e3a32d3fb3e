import { FilterSelect } from "@/components/forms/filter-select";
import { Pager } from "@/components/layout/pager";
import { Icon } from "@/components/ui/icon";
import { Empty } from "@/components/ui/state";
import { CATEGORIES, CATEGORY_LABELS, PROJECT_KIND_LABELS, PROJECT_KINDS } from "@/domain/projects/types";
import type { Board } from "../loaders/load-board";
import type { BoardProject } from "../types";

const PATH = "/projects";

export const STANDING_LABELS: Readonly<Record<BoardProject["standing"], string>> = {
  open: "待认领",
  taken: "有人在办",
  confirmed: "已办成",
};

const KIND_TABS = [
  { value: "", label: "全部" },
  ...PROJECT_KINDS.map((value) => ({ value: value as string, label: PROJECT_KIND_LABELS[value] })),
];

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Kinds as tabs, the rest as a plain form: all of it stands in the address. */
export function BoardFilters({ board: { filter, areas } }: { board: Board }) {
  const { kind, area, category, state } = filter;
  const isNarrow = area !== "" || category !== "" || state !== "";
  return (
    <>
      <nav className="subtabs" aria-label="类型">
        {KIND_TABS.map(({ value, label }) => (
          <a
            key={value}
            href={value === "" ? PATH : `${PATH}?kind=${value}`}
            aria-current={value === kind || undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <details className="mt-3" open={isNarrow}>
        <summary className="btn">筛选</summary>
        <form className="grid gap-3 pt-3" method="get" action={PATH} role="search">
          {kind === "" ? null : <input type="hidden" name="kind" value={kind} />}
          <FilterSelect
            name="area"
            label="村或社区"
            all="全部"
            value={area}
            choices={areas.map((value) => ({ value, label: value }))}
          />
          <FilterSelect
            name="category"
            label="类别"
            all="全部"
            value={category}
            choices={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
          />
          <FilterSelect name="state" label="进展" all="全部" value={state} choices={options(STANDING_LABELS)} />
          <p>
            <button className="btn" type="submit">
              查看
            </button>
          </p>
        </form>
      </details>
    </>
  );
}

export function BoardList({ board: { rows, total, page, pages, filter } }: { board: Board }) {
  if (rows.length === 0) {
    const isAll = Object.values(filter).every((value) => value === "" || value === 1);
    return isAll ? (
      <Empty
        title="还没有项目"
        hint="工作站和村社报上来、审过以后，会排在这里"
        action={{ href: "/", label: "先看今天的" }}
      />
    ) : (
      <Empty title="没有这样的项目" hint="换一类看看" action={{ href: PATH, label: "看全部" }} />
    );
  }
  return (
    <section className="group">
      <header>
        <h2>项目</h2>
        <span className="meta">共{total}个</span>
      </header>
      <div className="card">
        {rows.map((row) => (
          <a key={row.id} className="row" href={`${PATH}/${row.id}`}>
            <div className="grow">
              <h3>{row.title}</h3>
              <span className="meta">
                {row.area}，{PROJECT_KIND_LABELS[row.kind]}，{CATEGORY_LABELS[row.category]}
              </span>
            </div>
            <span className="tag">{STANDING_LABELS[row.standing]}</span>
            <Icon name="next" small />
          </a>
        ))}
      </div>
      <Pager path={PATH} filter={{ ...filter, page: undefined }} page={page} pages={pages} />
    </section>
  );
}
