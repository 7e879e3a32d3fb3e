import type { ReactNode } from "react";
import { Empty } from "@/components/ui/state";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { STANDING_LABELS, isStanding } from "@/domain/people/standing";
import type { PersonRow } from "../loaders";
import { STATE_LABELS } from "../view";

/** People with the help that may be given to each: an invitation, or a one-time code. */
export function PeopleTable({
  people,
  empty,
  path,
  help,
}: {
  people: PersonRow[];
  /** Where each person's page stands; null where there is none. */
  path: string | null;
  empty: string;
  /** What may be done for one person; null when nothing. */
  help: (person: PersonRow) => ReactNode;
}) {
  if (people.length === 0) return <Empty title={empty} />;
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">身份</th>
          <th scope="col">职责</th>
          <th scope="col">账号</th>
          <th scope="col">可以帮他做</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {path ? (
                <a className="inline-link" href={`${path}/${person.id}`}>
                  {person.name || "没有留下姓名"}
                </a>
              ) : (
                person.name
              )}
            </th>
            <td data-label="身份">
              {isStanding(person.standing) ? STANDING_LABELS[person.standing] : person.standing}
            </td>
            <td data-label="职责">{person.roles.map((role) => ROLE_LABELS[role]).join("、") || "无"}</td>
            <td data-label="账号">{STATE_LABELS[person.state]}</td>
            <td data-label="可以帮他做">{help(person) ?? <span className="meta">不由你办理</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
