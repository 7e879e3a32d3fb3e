import { FilterSelect } from "@/components/forms/filter-select";
import { STANDING_GROUP_LABELS, STANDING_GROUPS } from "@/domain/figures/standing-group";
import type { Desk } from "../loaders/desk";

const KINDS = [
  { value: "enterprise", label: "企业" },
  { value: "social", label: "社会组织" },
];
const STANDINGS = STANDING_GROUPS.map((value) => ({ value, label: STANDING_GROUP_LABELS[value] }));

/** Search and filters: a plain form whose fields stand in the address, so that it works without script. */
export function DeskFilterForm({ desk }: { desk: Desk }) {
  const { filter, quarters, stations, words } = desk;
  const isNarrow = Boolean(filter.stationId || filter.kind || filter.reasons || filter.standing !== "members");
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action="/committee" role="search">
      {filter.view === "" ? null : <input type="hidden" name="view" value={filter.view} />}
      {filter.sort === "name" ? null : <input type="hidden" name="sort" value={filter.sort} />}
      <div className="grid items-end gap-3 sm:grid-cols-3">
        <div className="ask">
          <label htmlFor="q">找组织</label>
          <input id="q" name="q" defaultValue={filter.q} maxLength={60} placeholder="名称、拼音首字母或短码" />
        </div>
        <FilterSelect name="quarter" label="季度" value={filter.quarter} choices={quarters} />
        <p>
          <button className="btn" type="submit">
            查找
          </button>
        </p>
      </div>
      <details open={isNarrow}>
        <summary className="btn plain">更多条件</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-4">
          {stations.length > 1 ? (
            <FilterSelect
              name="stationId"
              label="工作站"
              all={`全部${stations.length}个站`}
              value={filter.stationId}
              choices={stations}
            />
          ) : null}
          <FilterSelect name="kind" label="类型" all="企业、社会组织" value={filter.kind} choices={KINDS} />
          <FilterSelect name="standing" label="身份" value={filter.standing} choices={STANDINGS} />
          <label className="flex items-center gap-2">
            <input type="checkbox" name="reasons" value="1" defaultChecked={filter.reasons === "1"} />
            只看说明了原因的组织
          </label>
        </div>
      </details>
      <p className="flex flex-wrap items-center gap-3">
        <span className="meta">现在看的是：{words}</span>
        {isNarrow || filter.q !== "" ? (
          <a className="link" href="/committee">
            看全部
          </a>
        ) : null}
      </p>
    </form>
  );
}
