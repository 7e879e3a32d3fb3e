import { Box } from "@/components/layout/console-page";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import type { RolesOfPerson, ShownGrant, ShownLapse } from "../types";
import type { Term } from "../view";
import { GrantRoleForm, RenewForm, RevokeButton } from "./role-forms";

const TERM_LABELS: Readonly<Record<Term, string>> = {
  "in-force": "在任",
  "to-come": "还没开始",
  lapsed: "任期已到",
  revoked: "已撤回",
};

type Props = { roles: RolesOfPerson; memberId: string; today: string };

/** The roles of one person with their terms; those who may give roles also renew and take back. */
export function RolesBox({ roles, memberId, today }: Props) {
  return (
    <Box title="职责">
      {roles.grants.length === 0 ? (
        <p className="meta px-4 py-3">没有担任职责。</p>
      ) : (
        <GrantTable grants={roles.grants} />
      )}
      {roles.choices ? (
        <details className="px-4 py-3">
          <summary className="btn">任命职责</summary>
          <div className="max-w-xl py-3">
            <GrantRoleForm memberId={memberId} choices={roles.choices} today={today} />
          </div>
        </details>
      ) : null}
    </Box>
  );
}

function GrantTable({ grants }: { grants: ShownGrant[] }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">职责</th>
          <th scope="col">任期</th>
          <th scope="col">现在</th>
          <th scope="col">可以办的</th>
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <tr key={grant.id}>
            <th scope="row">
              {grant.scope}，{ROLE_LABELS[grant.role]}
            </th>
            <td data-label="任期">{grant.span}</td>
            <td data-label="现在">{TERM_LABELS[grant.term]}</td>
            <td data-label="可以办的">
              <Manage grant={grant} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Manage({ grant }: { grant: ShownGrant }) {
  if (grant.renewal === null || grant.term === "revoked") return <span className="meta">没有</span>;
  const what = `${grant.scope}${ROLE_LABELS[grant.role]}`;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {grant.term === "lapsed" ? null : <RevokeButton grantId={grant.id} what={what} />}
      {grant.renewal.until === "" ? null : <RenewForm grantId={grant.id} what={what} until={grant.renewal.until} />}
    </span>
  );
}

/** Terms that end within two weeks; nothing when there are none. */
export function LapsingBox({ lapses }: { lapses: ShownLapse[] }) {
  if (lapses.length === 0) return null;
  return (
    <Box title="任期快到的" note={`${lapses.length}项，两周内`}>
      <ul className="thread">
        {lapses.map((lapse) => (
          <li key={lapse.grantId}>
            <p>
              {lapse.href ? (
                <a className="inline-link" href={lapse.href}>
                  {lapse.name}
                </a>
              ) : (
                lapse.name
              )}
              ，{lapse.what}，到{lapse.until}
            </p>
            {lapse.renewal ? (
              <RenewForm grantId={lapse.grantId} what={`${lapse.name}${lapse.what}`} until={lapse.renewal.until} />
            ) : (
              <p className="meta">续任由工委或管理员办理，已经提醒他们。</p>
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}
