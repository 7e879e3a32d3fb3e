import { Choose } from "@/components/forms/choose";
import type { RegisterPage } from "../loaders";

const KINDS = [
  { value: "enterprise", label: "企业" },
  { value: "social", label: "社会组织" },
];
const STATES = [
  { value: "closed", label: "已关闭的" },
  { value: "all", label: "全部，包括已关闭的" },
];
const BRANCHES = [
  { value: "with", label: "有支部" },
  { value: "without", label: "还没有支部" },
];

/** Search and filters: a plain form whose fields stand in the address, so that it works without script. */
export function OrganisationFilterForm({ page }: { page: RegisterPage }) {
  const { filter, stations, path, words } = page;
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action={path} role="search">
      <div className="ask max-w-xl">
        <label htmlFor="q">找组织</label>
        <div className="flex items-center gap-2">
          <input id="q" name="q" defaultValue={filter.q} maxLength={60} aria-describedby="q-note" />
          <button className="btn" type="submit">
            查找
          </button>
        </div>
        <p id="q-note" className="meta">
          写名称、拼音首字母、短码，或者信用代码的一段
        </p>
      </div>
      <details open={Boolean(filter.kind || filter.stationId || filter.state || filter.branch)}>
        <summary className="btn plain">更多条件</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-4">
          {stations.length > 1 ? (
            <Choose
              name="stationId"
              label="工作站"
              none="全部工作站"
              value={filter.stationId}
              options={stations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <Choose name="kind" label="类型" none="企业和社会组织" value={filter.kind} options={KINDS} />
          <Choose name="branch" label="支部" none="有没有都看" value={filter.branch} options={BRANCHES} />
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
