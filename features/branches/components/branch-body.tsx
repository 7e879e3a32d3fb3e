import { Box } from "@/components/layout/console-page";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { formatFull } from "@/domain/calendar/labels";
import type { BranchPage } from "../loaders";
import { branchKindLabel, editValues } from "../view";
import { BranchStateForm, EditBranchForm } from "./branch-forms";

/** One branch: facts, people in numbers, officers and their terms, where its people work, forms for those who may. */
export function BranchBody({ page }: { page: BranchPage }) {
  const { branch, mayEdit, places } = page;
  const isOpen = branch.state === "active";
  return (
    <>
      <Box title="基本情况" note={isOpen ? "在用" : "已关闭"}>
        <Facts page={page} />
        {mayEdit ? (
          <details className="px-4 pb-4">
            <summary className="btn">修改</summary>
            <div className="mt-4 max-w-xl">
              <EditBranchForm
                branch={{ id: branch.id, version: branch.version, values: editValues(branch) }}
                places={{
                  stations: places.stations.map(({ id, name }) => ({ value: id, label: name })),
                  organisations: places.organisations.map(({ id, name, shortCode }) => ({
                    value: id,
                    label: `${name}（${shortCode}）`,
                  })),
                }}
              />
            </div>
          </details>
        ) : null}
      </Box>
      <Officers page={page} />
      <Employers page={page} />
      {mayEdit ? (
        <Box title={isOpen ? "关闭" : "恢复"}>
          <div className="px-4 py-3">
            <BranchStateForm branch={branch} state={isOpen ? "closed" : "active"} />
          </div>
        </Box>
      ) : null}
    </>
  );
}

function Facts({ page: { branch, standings } }: { page: BranchPage }) {
  const present = standings.filter(({ count }) => count > 0);
  return (
    <dl className="facts px-4 py-4">
      <dt>组建方式</dt>
      <dd>{branchKindLabel(branch.kind)}</dd>
      <dt>设在</dt>
      <dd>
        {branch.hostOrganisation ? (
          <a className="inline-link" href={`/committee/organisations/${branch.hostOrganisationId}`}>
            {branch.hostOrganisation.name}
          </a>
        ) : (
          "不设在某一家"
        )}
      </dd>
      <dt>工作站</dt>
      <dd>{branch.station.name}</dd>
      <dt>人员</dt>
      <dd className="flex flex-wrap items-center gap-x-3">
        {present.length === 0
          ? "还没有人在这个支部"
          : present.map(({ label, count }) => `${label}${count}人`).join("，")}
        {present.length === 0 ? null : (
          <a className="link" href={`/committee/people?branchId=${branch.id}`}>
            看名单
          </a>
        )}
      </dd>
    </dl>
  );
}

function Officers({ page: { holders } }: { page: BranchPage }) {
  return (
    <Box title="职责和任期" note={holders.length === 0 ? "还没有人担任" : `${holders.length}项`}>
      {holders.length === 0 ? (
        <p className="meta px-4 py-3">还没有支部书记和学习委员。在“党员”里打开一个人的页面任命。</p>
      ) : (
        <ul>
          {holders.map((holder) => (
            <li key={holder.id} className="row">
              <div className="grow">
                <a className="inline-link" href={`/committee/people/${holder.memberId}`}>
                  {holder.name}
                </a>
                <span className="meta">
                  {ROLE_LABELS[holder.role]}，{formatFull(holder.since)}起
                  {holder.until === null ? "，没有定期限" : `，到${formatFull(holder.until)}为止`}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}

function Employers({ page: { employers, withoutEmployer } }: { page: BranchPage }) {
  return (
    <Box title="党员来自" note={`${employers.length}家组织`}>
      {employers.length === 0 && withoutEmployer === 0 ? (
        <p className="meta px-4 py-3">还没有人，说不上来自哪里。</p>
      ) : null}
      <ul>
        {employers.map((employer) => (
          <li key={employer.id} className="row">
            <a className="inline-link grow" href={`/committee/organisations/${employer.id}`}>
              {employer.name}
            </a>
            <span>{employer.people}人</span>
          </li>
        ))}
        {withoutEmployer === 0 ? null : (
          <li className="row">
            <span className="grow">没有登记工作单位，或不在区内</span>
            <span>{withoutEmployer}人</span>
          </li>
        )}
      </ul>
    </Box>
  );
}
