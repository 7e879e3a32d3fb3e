import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import { TRANSFER_LABELS, type TransferKind } from "@/domain/people/transfer";
import type { PersonPage } from "../loaders/show-person";
import { EndStayForm } from "./end-stay-form";
import { PersonFacts, Stays } from "./person-facts";
import { FreeLogins, ReturnForm } from "./return-form";
import { AddLoginForm, EditPersonForm, LeaveForm, StateForm } from "./person-forms";

type Slots = {
  /** Invitation or one-time code. */
  help: ReactNode;
  roles: ReactNode;
  transfers: ReactNode;
  history: ReactNode;
};

/** One person: who, where, in which roles, what was done about them, and what may be done. */
export function PersonBody({ page, help, roles, transfers, history }: Slots & { page: PersonPage }) {
  const { person, may } = page;
  return (
    <>
      <Box title="基本情况">
        <PersonFacts {...page} />
        {help ? <div className="px-4 py-3">{help}</div> : null}
        {may.edit ? (
          <div className="grid gap-2 px-4 py-3">
            <Fold label="改姓名、身份、限时">
              <EditPersonForm person={person} />
            </Fold>
            <Fold label="加一个登录名">
              <AddLoginForm memberId={person.id} />
            </Fold>
          </div>
        ) : null}
      </Box>
      <Box title="组织关系">
        <Stays stays={person.memberships} what="支部" none="还没有编入支部。" />
        <EndFold {...page} kind="membership" />
      </Box>
      <Box title="工作关系">
        <Stays stays={person.employments} what="单位" none="没有登记工作单位。" />
        <EndFold {...page} kind="employment" />
      </Box>
      <BackBox {...page} />
      {transfers}
      {roles}
      <AccountBox {...page} />
      {history}
    </>
  );
}

/** 结束 of what goes on today, as long as the other relation goes on. */
function EndFold({ person, ending, kind, today }: PersonPage & { kind: TransferKind }) {
  const stay = ending[kind];
  if (stay === null) return null;
  return (
    <div className="px-4 py-3">
      <Fold label={`结束${TRANSFER_LABELS[kind]}，不转到别处`}>
        <EndStayForm memberId={person.id} {...{ kind, stay, today }} />
      </Fold>
    </div>
  );
}

function AccountBox({ person, may, path, today }: PersonPage) {
  if (!may.setState && !may.leave && !may.merge) return null;
  return (
    <Box title="停用、转出、合并">
      <div className="grid gap-2 px-4 py-3">
        {may.setState ? (
          <Fold key={person.state} label={person.state === "inactive" ? "恢复使用" : "停用账号"}>
            <StateForm memberId={person.id} isInactive={person.state === "inactive"} />
          </Fold>
        ) : null}
        {may.leave ? (
          <Fold label="转出本区">
            <LeaveForm memberId={person.id} today={today} />
          </Fold>
        ) : null}
        {may.merge && path === "/committee/people" ? (
          <p>
            <a className="btn" href={`${path}/merge?keep=${person.id}`}>
              与另一个账号合并
            </a>
          </p>
        ) : null}
      </div>
    </Box>
  );
}

/** 转入 of somebody who left. */
function BackBox({ person, back, today, path }: PersonPage) {
  if (back === null) return null;
  return (
    <Box title="转入">
      <div className="grid gap-2 px-4 py-3">
        <Fold label="本人回来了，办转入">
          <ReturnForm {...{ person, today, path, ...back }} />
        </Fold>
        {person.logins.length > 0 ? (
          <Fold label="登录名换了人，去掉它">
            <p className="meta">手机号现在是别人的，去掉以后那个人才能登记；这个人回来时要写新的登录名</p>
            <FreeLogins memberId={person.id} logins={person.logins} />
          </Fold>
        ) : null}
      </div>
    </Box>
  );
}

function Fold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details>
      <summary className="btn">{label}</summary>
      <div className="max-w-xl py-3">{children}</div>
    </details>
  );
}
