import { formatFull } from "@/domain/calendar/labels";
import { STATE_LABELS } from "@/features/members/view";
import { spanInWords } from "@/features/roles/view";
import type { PersonPage } from "../loaders/show-person";
import type { Stay } from "../queries/get-person";
import { standingLabel } from "../view";
import { RemoveLogin } from "./person-forms";

/** Who it is: standing, account, logins, time factor. */
export function PersonFacts({ person, path, may }: PersonPage) {
  return (
    <dl className="facts px-4 py-3">
      <dt>身份</dt>
      <dd>{standingLabel(person.standing)}</dd>
      <dt>账号</dt>
      <dd>
        {STATE_LABELS[person.state]}
        {person.leftOn ? `，最后一天${formatFull(person.leftOn)}` : ""}
        {person.mergedInto ? (
          <>
            ，已并入
            <a className="inline-link" href={`${path}/${person.mergedInto.id}`}>
              {person.mergedInto.name}
            </a>
          </>
        ) : null}
      </dd>
      {person.logins.length > 0 ? (
        <>
          <dt>登录名</dt>
          <dd>
            <ul className="grid gap-1">
              {person.logins.map((login) => (
                <li key={login.id} className="flex flex-wrap items-center gap-2">
                  {login.shown}
                  {may.edit && person.logins.length > 1 ? (
                    <RemoveLogin memberId={person.id} loginId={login.id} shown={login.shown} />
                  ) : null}
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
      {person.timeFactor === 100 ? null : (
        <>
          <dt>限时</dt>
          <dd>{person.timeFactor}%</dd>
        </>
      )}
    </dl>
  );
}

/** 工作关系 or 组织关系, newest first, with their dates. */
export function Stays({ stays, what, none }: { stays: Stay[]; what: string; none: string }) {
  if (stays.length === 0) return <p className="meta px-4 py-3">{none}</p>;
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">时间</th>
        </tr>
      </thead>
      <tbody>
        {stays.map((stay) => (
          <tr key={stay.id}>
            <th scope="row">
              {stay.place}
              {stay.note ? <span className="meta">，{stay.note}</span> : null}
            </th>
            <td data-label="时间">{spanInWords(stay)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
