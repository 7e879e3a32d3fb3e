import { Empty, State } from "@/components/ui/state";
import type { LogLine } from "../view";

type Props = {
  lines: LogLine[];
  /** What stands in the column of where it went. */
  head: string;
  /** Said while there are none. */
  hint: string;
};

/** 发送记录: the newest messages to groups or to oneself, cards on a phone. */
export function LogTable({ lines, head, hint }: Props) {
  if (lines.length === 0) return <Empty title="还没有发过" hint={hint} />;
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">{head}</th>
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
            <td data-label={head}>{line.to}</td>
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
