import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { formatFull } from "@/domain/calendar/labels";
import type { OrganisationPage } from "../loaders";
import { editValues, organisationKindLabel } from "../view";
import { EditOrganisationForm, OrganisationStateForm } from "./organisation-forms";

/** One organisation: facts, its branches, its people in numbers, who is in office, forms for those who may. */
export function OrganisationBody({ page, figures }: { page: OrganisationPage; figures: ReactNode }) {
  const { organisation, mayEdit } = page;
  const isOpen = organisation.state === "active";
  return (
    <>
      <Box title="基本情况" note={isOpen ? "在用" : "已关闭"}>
        <Facts page={page} />
        {mayEdit ? (
          <details className="px-4 pb-4">
            <summary className="btn">修改</summary>
            <div className="mt-4 max-w-xl">
              <EditOrganisationForm
                organisation={{ id: organisation.id, version: organisation.version, values: editValues(organisation) }}
                stations={page.stations.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </div>
          </details>
        ) : null}
      </Box>
      <Branches page={page} />
      {figures}
      {mayEdit ? (
        <Box title={isOpen ? "关闭" : "恢复"}>
          <div className="px-4 py-3">
            <OrganisationStateForm organisation={organisation} state={isOpen ? "closed" : "active"} />
          </div>
        </Box>
      ) : null}
    </>
  );
}

function Facts({ page }: { page: OrganisationPage }) {
  const { organisation, standings, holders } = page;
  const present = standings.filter(({ count }) => count > 0);
  return (
    <dl className="facts px-4 py-4">
      <dt>类型</dt>
      <dd>{organisationKindLabel(organisation.kind)}</dd>
      <dt>组织短码</dt>
      <dd>
        {organisation.shortCode}
        {organisation.formerCodes.length === 0
          ? ""
          : `，以前用过${organisation.formerCodes.map(({ code }) => code).join("、")}`}
      </dd>
      <dt>信用代码</dt>
      <dd className="break-all">{organisation.creditCode ?? "没有填"}</dd>
      <dt>工作站</dt>
      <dd>{organisation.station.name}</dd>
      <dt>人员</dt>
      <dd className="flex flex-wrap items-center gap-x-3">
        {present.length === 0
          ? "还没有人在这里工作"
          : present.map(({ label, count }) => `${label}${count}人`).join("，")}
        {present.length === 0 ? null : (
          <a className="link" href={`/committee/people?organisationId=${organisation.id}`}>
            看名单
          </a>
        )}
      </dd>
      <dt>职责</dt>
      <dd>
        {holders.length === 0
          ? "还没有人担任这家的职责"
          : holders.map((holder) => (
              <span key={holder.id} className="block">
                {holder.name}，{ROLE_LABELS[holder.role]}，
                {holder.until === null ? `${formatFull(holder.since)}起` : `任期到${formatFull(holder.until)}`}
              </span>
            ))}
      </dd>
    </dl>
  );
}

function Branches({ page: { branches } }: { page: OrganisationPage }) {
  return (
    <Box title="支部" note={branches.length === 0 ? "还没有" : `${branches.length}个`}>
      {branches.length === 0 ? (
        <p className="meta px-4 py-3">这里没有设支部，也没有人在联合支部里。可以单独组建，也可以把党员转到联合支部。</p>
      ) : (
        <ul>
          {branches.map((branch) => (
            <li key={branch.id} className="row">
              <div className="grow">
                <a className="inline-link" href={`/committee/branches/${branch.id}`}>
                  {branch.name}
                </a>
                <span className="meta">{branchWords(branch)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}

function branchWords({ isHosted, people, state }: OrganisationPage["branches"][number]): string {
  const place = isHosted ? "设在这里" : "联合组建，或设在别处";
  const who = people === 0 ? "没有这里的人" : `这里有${people}人在这个支部`;
  return `${place}，${who}${state === "closed" ? "，已关闭" : ""}`;
}
