import { Choose } from "@/components/forms/choose";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { ROLES } from "@/domain/access/types";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { STATE_LABELS } from "@/features/members/view";
import { NO_BRANCH, NO_ORGANISATION } from "../view";
import type { PeoplePage } from "../loaders/list-people";

const STANDING_CHOICES = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));
const STATE_CHOICES = Object.entries(STATE_LABELS).map(([value, label]) => ({ value, label }));
const ROLE_CHOICES = [
  ...ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
  { value: "any", label: "有职责的" },
  { value: "none", label: "没有职责" },
];

/** Search and filters: a plain form whose fields stand in the address, so that it works without script. */
export function PeopleFilterForm({ list }: { list: PeoplePage }) {
  const { filter, path, words } = list;
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action={path} role="search">
      <div className="ask max-w-xl">
        <label htmlFor="q">找人</label>
        <div className="flex items-center gap-2">
          <input id="q" name="q" defaultValue={filter.q} maxLength={60} aria-describedby="q-note" />
          <button className="btn" type="submit">
            查找
          </button>
        </div>
        <p id="q-note" className="meta">
          写姓名、拼音首字母，或者完整的手机号、工号
        </p>
      </div>
      <MoreFilters list={list} />
      {words === "" ? null : (
        <p className="flex flex-wrap items-center gap-3">
          <span className="meta">现在看的是：{words}</span>
          <a className="link" href={`${path}?q=`}>
            看全部
          </a>
        </p>
      )}
    </form>
  );
}

function MoreFilters({ list: { filter, places } }: { list: PeoplePage }) {
  const { stationId, branchId, organisationId, standing, state, role } = filter;
  return (
    <details open={Boolean(stationId || branchId || organisationId || standing || state || role)}>
      <summary className="btn plain">更多条件</summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        {places && places.stations.length > 1 ? (
          <Choose name="stationId" label="工作站" none="全部工作站" value={stationId} options={places.stations} />
        ) : null}
        {places ? (
          <>
            <Choose
              name="branchId"
              label="支部"
              none="全部支部"
              value={branchId}
              options={[NO_BRANCH, ...places.branches]}
            />
            <Choose
              name="organisationId"
              label="单位"
              none="全部单位"
              value={organisationId}
              options={[NO_ORGANISATION, ...places.organisations]}
            />
          </>
        ) : null}
        <Choose name="standing" label="身份" none="全部身份" value={standing} options={STANDING_CHOICES} />
        <Choose
          name="state"
          label="账号"
          none={places ? "转出的除外" : "全部"}
          value={state}
          options={places ? STATE_CHOICES : STATE_CHOICES.filter((choice) => choice.value !== "left")}
        />
        <Choose name="role" label="职责" none="不限" value={role} options={ROLE_CHOICES} />
      </div>
      <button className="btn mt-3" type="submit">
        按这些条件查找
      </button>
    </details>
  );
}
