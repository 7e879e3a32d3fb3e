import { laneOf, roomIn } from "@/domain/pushes/channels";
import { audit } from "@/features/audit/mutations";
import { findRobot } from "@/features/channels/queries/robots";
import { db, inTransaction } from "@/lib/db";
import type { Outcome } from "@/lib/delivery/channel";
import { newId } from "@/lib/randomness";
import { countTried } from "../queries/list-due";
import type { Channels } from "../types";

export type TestResult = { ok: true; resumed: boolean } | { ok: false; detail: string };

type Test = { robotId: string; channels: Channels; publicUrl: string; actorId: string; now: Date };

const MINUTE_MS = 60_000;

/**
 * Sends one message through a robot now and says what came of it. It stands in the log and counts in the robot's limit
 * like any other. A robot that was switched off and answers again is in use again. Audited.
 */
export async function testRobot({ robotId, channels, publicUrl, actorId, now }: Test): Promise<TestResult> {
  const robot = await findRobot(robotId);
  const channel = robot === null ? undefined : channels[robot.kind];
  if (robot === null || channel === undefined) return { ok: false, detail: "这个机器人已经撤掉了，刷新页面再看。" };
  const lane = laneOf(robot.kind, robot.id);
  const minuteAgo = new Date(now.getTime() - MINUTE_MS);
  if (roomIn(robot.kind, await countTried(lane, minuteAgo)) === 0) {
    return { ok: false, detail: "这个机器人一分钟里发得太多了，过一分钟再试。" };
  }
  const id = newId(now);
  const letter = { title: "指尖课堂试发", body: "收到这一条，说明这个群能收到党史天天谈。" };
  const row = {
    id,
    key: `test:${id}`,
    channel: robot.kind,
    targetId: robot.id,
    lane,
    kind: "test",
    ...letter,
    href: "/",
  };
  // Written first, so that a try that never comes back is in the log as well.
  const tried = { state: "failed", attempts: 1, triedAt: now, nextAt: now, lastError: "没有等到回音", createdAt: now };
  await db().delivery.create({ data: { ...row, ...tried } });
  const outcome = await channel.send({ ...letter, url: `${publicUrl}/` }, robot.target);
  const resumed = outcome.state === "delivered" && robot.isOff;
  await inTransaction(async (tx) => {
    await tx.delivery.update({ where: { id }, data: settled(outcome, now) });
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

function settled(outcome: Outcome, now: Date) {
  if (outcome.state === "delivered") return { state: "sent", sentAt: now, lastError: "" };
  return { state: outcome.state === "dead" ? "dead" : "failed", lastError: outcome.reason.slice(0, 300) };
}
