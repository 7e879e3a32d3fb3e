import { Empty, State } from "@/components/ui/state";
import type { LogLine } from "../view";

/** 发送记录: the newest messages to the groups, cards on a phone. */
export function LogTable({ lines }: { lines: LogLine[] }) {
  if (lines.length === 0) {
    return <Empty title="还没有发过" hint="加上群机器人以后，每天的推送和试发都记在这里，留三十天" />;
  }
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">群</th>
          <th scope="col">内容</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row" className="nb">
              {line.at}
            </th>
            <td data-label="群">{line.robot}</td>
            <td data-label="内容">{line.title}</td>
            <td data-label="结果">
              <div>
                <State tone={line.tone}>{line.state}</State>
                {line.note === "" ? null : <span className="meta block whitespace-normal">{line.note}</span>}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
