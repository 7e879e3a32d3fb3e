import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { RobotBanner } from "@/features/channels/components/robot-banner";
import { RobotForm } from "@/features/channels/components/robot-form";
import { RobotTable } from "@/features/channels/components/robot-table";
import { loadRobots } from "@/features/channels/loaders";
import { LogTable } from "@/features/deliveries/components/log-table";
import { TestForm } from "@/features/deliveries/components/test-form";
import { loadBranchLog } from "@/features/deliveries/loaders";
import { BranchConsole } from "@/features/members/components/consoles";
import { HourForm } from "@/features/pushes/components/hour-form";
import { loadPushPage } from "@/features/pushes/loaders";

export const metadata: Metadata = { title: "天天谈推送" };

export default async function BranchPushPage() {
  const page = await loadPushPage();
  const [robots, lines] = await Promise.all([loadRobots(), loadBranchLog()]);
  return (
    <BranchConsole title="天天谈推送" place={page.place} current="/branch/push" who={page.who}>
      <RobotBanner />
      <Box title="推送时间" note={page.hour.isOn ? `每天${page.hour.at}` : "现在不推送"}>
        <HourForm branchId={page.branchId} at={page.hour.isOn ? page.hour.at : "off"} hours={page.hours} />
      </Box>
      <Box title="群机器人" note={robots.length === 0 ? "" : `${robots.length}个`}>
        <RobotTable
          robots={robots}
          test={(robot) => <TestForm robotId={robot.id} name={robot.name} isOff={robot.isOff} />}
        />
        <details className="p-4" open={robots.length === 0}>
          <summary className="link quiet">加一个群机器人</summary>
          <RobotForm branchId={page.branchId} kinds={page.robotKinds} />
        </details>
      </Box>
      <Box title="发送记录" note="最近30条">
        <LogTable lines={lines} head="群" hint="加上群机器人以后，每天的推送和试发都记在这里，留三十天" />
      </Box>
    </BranchConsole>
  );
}
