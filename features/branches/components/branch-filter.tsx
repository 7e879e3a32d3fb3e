import { Choose } from "@/components/forms/choose";
import type { BranchesPage } from "../loaders";
import { BRANCH_KINDS } from "../view";

const KINDS = Object.entries(BRANCH_KINDS).map(([value, label]) => ({ value, label }));
const STATES = [
  { value: "waiting", label: "有加入申请等确认的" },
  { value: "closed", label: "已关闭的" },
  { value: "all", label: "全部，包括已关闭的" },
];

/** Search and filters: a plain form whose fields stand in the address, so that it works without script. */
export function BranchFilterForm({ page }: { page: BranchesPage }) {
  const { filter, stations, path, words } = page;
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action={path} role="search">
      <div className="ask max-w-xl">
        <label htmlFor="q">找支部</label>
        <div className="flex items-center gap-2">
          <input id="q" name="q" defaultValue={filter.q} maxLength={60} aria-describedby="q-note" />
          <button className="btn" type="submit">
            查找
          </button>
        </div>
        <p id="q-note" className="meta">
          写名称或拼音首字母
        </p>
      </div>
      <details open={Boolean(filter.kind || filter.stationId || filter.state)}>
        <summary className="btn plain">更多条件</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-3">
          {stations.length > 1 ? (
            <Choose
              name="stationId"
              label="工作站"
              none="全部工作站"
              value={filter.stationId}
              options={stations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <Choose name="kind" label="组建方式" none="单独和联合组建" value={filter.kind} options={KINDS} />
          <Choose name="state" label="状态" none="在用的" value={filter.state} options={STATES} />
        </div>
        <button className="btn mt-3" type="submit">
          按这些条件查找
        </button>
      </details>
      {words === "" ? null : (
        <p className="flex flex-wrap items-center gap-3">
          <span className="meta">现在看的是：{words}</span>
          <a className="link" href={path}>
            看全部
          </a>
        </p>
      )}
    </form>
  );
}
