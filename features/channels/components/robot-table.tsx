import type { ReactNode } from "react";
import { Empty, State } from "@/components/ui/state";
import { ROBOT_LABELS } from "@/domain/pushes/channels";
import type { RobotRow } from "../queries/robots";
import { RemoveRobotForm } from "./robot-form";

type Props = {
  robots: RobotRow[];
  /** The button that tries one of them. */
  test: (robot: RobotRow) => ReactNode;
};

/** The robots of the branch, masked, each with its buttons. */
export function RobotTable({ robots, test }: Props) {
  if (robots.length === 0) {
    return <Empty title="还没有群机器人" hint="支部的企业微信、钉钉、飞书群，加一个机器人就能收到每天的党史天天谈" />;
  }
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">群</th>
          <th scope="col">机器人</th>
          <th scope="col">状态</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {robots.map((robot) => (
          <tr key={robot.id}>
            <th scope="row">{robot.name}</th>
            <td data-label="机器人">
              <div>
                {ROBOT_LABELS[robot.kind]}
                <span className="meta block">
                  {robot.masked}
                  {robot.isSigned ? "，有签名" : ""}
                </span>
              </div>
            </td>
            <td data-label="状态">
              <div>
                <State tone={robot.isOff ? "bad" : "ok"}>{robot.isOff ? "已停用" : "在用"}</State>
                {robot.isOff ? <span className="meta block whitespace-normal">{robot.offReason}</span> : null}
              </div>
            </td>
            <td data-label="操作">
              <div className="flex flex-wrap gap-2">
                {test(robot)}
                <RemoveRobotForm robotId={robot.id} name={robot.name} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
