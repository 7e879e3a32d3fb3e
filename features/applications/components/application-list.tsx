import { Empty, State } from "@/components/ui/state";
import type { ApplicationsPage, OpenPage } from "../loaders/load-applications";
import { AcceptForm, RefuseForm } from "./decide-forms";

/** What waits for the branch: who it is, whether they stand on the list, what may be done. */
export function OpenApplications({ page }: { page: OpenPage }) {
  if (page.open.length === 0) {
    return (
      <Empty
        title="没有等待确认的申请"
        hint="有人扫支部码填了申请，会出现在这里"
        action={{ href: "/branch/invitations", label: "去看支部码" }}
      />
    );
  }
  return (
    <ul className="thread">
      {page.open.map((item) => (
        <li key={item.id}>
          <p className="from">
            <span>{item.at}提交</span>
          </p>
          <p>
            <b>{item.name}</b>，{item.login}
          </p>
          <p>
            <State tone={item.mayAccept ? "plain" : "bad"}>{item.words}</State>
          </p>
          {item.fit === "elsewhere" ? (
            <p>
              <a className="inline-link" href={page.transfersHref}>
                去办转接
              </a>
            </p>
          ) : null}
          {item.warnings.map((warning) => (
            <p key={warning}>
              <State tone="bad">{warning}</State>
            </p>
          ))}
          <div className="mt-2 grid gap-3">
            {item.mayAccept ? <AcceptForm item={item} page={page} /> : null}
            <details>
              <summary className="btn plain">没有通过</summary>
              <RefuseForm item={item} page={page} />
            </details>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What was decided lately. */
export function DecidedApplications({ page }: { page: ApplicationsPage }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">登录名</th>
          <th scope="col">结果</th>
          <th scope="col">理由</th>
          <th scope="col">时间</th>
        </tr>
      </thead>
      <tbody>
        {page.decided.map((item) => (
          <tr key={item.id}>
            <th scope="row">{item.name}</th>
            <td data-label="登录名">{item.login}</td>
            <td data-label="结果">{item.what}</td>
            <td data-label="理由">{item.reason || "无"}</td>
            <td data-label="时间">{item.at}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
