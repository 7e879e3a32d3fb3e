import { ROLE_LABELS } from "@/domain/access/role-labels";
import { ROLES } from "@/domain/access/types";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { STATE_LABELS } from "@/features/members/view";
import type { PeoplePage } from "../loaders/list-people";

type Choice = { value: string; label: string };

const STANDING_CHOICES: Choice[] = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));
const STATE_CHOICES: Choice[] = Object.entries(STATE_LABELS).map(([value, label]) => ({ value, label }));
const ROLE_CHOICES: Choice[] = [
  ...ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
  { value: "any", label: "有职责的" },
  { value: "none", label: "没有职责" },
];

/** Search and filters: a plain form whose fields stand in the address, so that it works without script. */
export function PeopleFilterForm({ list }: { list: PeoplePage }) {
  const { filter, places, path } = list;
  const isNarrow = Boolean(filter.organisationId || filter.branchId || filter.standing || filter.state || filter.role);
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action={path} role="search">
      <div className="ask">
        <label htmlFor="q">找人</label>
        <input id="q" name="q" defaultValue={filter.q} maxLength={60} aria-describedby="q-note" />
        <p id="q-note" className="meta">
          写姓名、拼音首字母，或者完整的手机号、工号
        </p>
      </div>
      {places && places.stations.length > 1 ? (
        <Select name="stationId" label="工作站" all="全部工作站" value={filter.stationId} choices={places.stations} />
      ) : null}
      <details open={isNarrow}>
        <summary className="btn plain">更多条件</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-3">
          {places ? (
            <>
              <Select name="branchId" label="支部" all="全部支部" value={filter.branchId} choices={places.branches} />
              <Select
                name="organisationId"
                label="单位"
                all="全部单位"
                value={filter.organisationId}
                choices={places.organisations}
              />
            </>
          ) : null}
          <Select name="standing" label="身份" all="全部身份" value={filter.standing} choices={STANDING_CHOICES} />
          <Select
            name="state"
            label="账号"
            all={places ? "转出的除外" : "全部"}
            value={filter.state}
            choices={places ? STATE_CHOICES : STATE_CHOICES.filter((choice) => choice.value !== "left")}
          />
          <Select name="role" label="职责" all="不限" value={filter.role} choices={ROLE_CHOICES} />
        </div>
      </details>
      <p className="flex flex-wrap items-center gap-3">
        <button className="btn" type="submit">
          查找
        </button>
        {list.words === "" ? null : (
          <>
            <span className="meta">现在看的是：{list.words}</span>
            <a className="link" href={path}>
              看全部
            </a>
          </>
        )}
      </p>
    </form>
  );
}

type SelectProps = { name: string; label: string; all: string; value: string; choices: Choice[] };

function Select({ name, label, all, value, choices }: SelectProps) {
  return (
    <div className="ask">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
