import { laneOf } from "@/domain/pushes/channels";
import { audit } from "@/features/audit/mutations";
import { findRobot } from "@/features/channels/queries/robots";
import { inTransaction } from "@/lib/db";
import type { Channels } from "../types";
import { tryOut } from "./try-out";

export type TestResult = { ok: true; resumed: boolean } | { ok: false; detail: string };

type Test = { robotId: string; channels: Channels; publicUrl: string; actorId: string; now: Date };

/**
 * Sends one message through a robot now and says what came of it. A robot that was switched off and answers again is in
 * use again. Audited.
 */
export async function testRobot({ robotId, channels, publicUrl, actorId, now }: Test): Promise<TestResult> {
  const robot = await findRobot(robotId);
  const by = robot === null ? undefined : channels[robot.kind];
  if (robot === null || by === undefined) return { ok: false, detail: "这个机器人已经撤掉了，刷新页面再看。" };
  const address = { channel: robot.kind, targetId: robot.id, lane: laneOf(robot.kind, robot.id) };
  const body = "收到这一条，说明这个群能收到党史天天谈。";
  const tried = await tryOut({ ...address, target: robot.target, by, body, publicUrl, now });
  if (tried === null) return { ok: false, detail: "这个机器人一分钟里发得太多了，过一分钟再试。" };
  const { outcome, keep } = tried;
  const resumed = outcome.state === "delivered" && robot.isOff;
  await inTransaction(async (tx) => {
    await keep(tx);
    if (resumed) {
      await tx.robot.updateMany({ where: { id: robot.id }, data: { failures: 0, offAt: null, offReason: "" } });
    }
    await audit(tx, {
      ...{ actorId, action: resumed ? "channel.resume" : "channel.test", now },
      ...{ subjectKind: "branch", subjectId: robot.branchId, detail: { robotKind: robot.kind, title: robot.name } },
    });
  });
  return outcome.state === "delivered" ? { ok: true, resumed } : { ok: false, detail: `${outcome.reason}。` };
}
