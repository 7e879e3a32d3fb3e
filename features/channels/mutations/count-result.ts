import { isRobot, ROBOT_LABELS, type ChannelKind, type RobotKind } from "@/domain/pushes/channels";
import { isSwitchedOff } from "@/domain/pushes/retry";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { covering } from "@/features/access/queries";
import { notify } from "@/features/notices/mutations";
import type { Tx } from "@/lib/db";

type Address = { channel: ChannelKind; targetId: string };

/** A message got through: what was lost before is forgotten. */
export async function countDelivered(tx: Tx, { channel, targetId }: Address): Promise<void> {
  const fresh = { data: { failures: 0 } };
  if (channel === "email")
    await tx.emailAddress.updateMany({ where: { memberId: targetId, failures: { gt: 0 } }, ...fresh });
  else if (channel === "web-push")
    await tx.pushBrowser.updateMany({ where: { id: targetId, failures: { gt: 0 } }, ...fresh });
  else await tx.robot.updateMany({ where: { id: targetId, failures: { gt: 0 } }, ...fresh });
}

type Loss = Address & { gone: boolean; reason: string; now: Date };

/** A message was lost. After too many in a row, or when the address is no more, it is switched off and its owner told. */
export async function countLost(tx: Tx, loss: Loss): Promise<void> {
  if (loss.channel === "email") await loseMail(tx, loss);
  else if (isRobot(loss.channel)) await loseRobot(tx, loss);
  else await loseBrowser(tx, loss);
}

const ONE_MORE = { data: { failures: { increment: 1 } }, select: { failures: true } } as const;

async function loseMail(tx: Tx, { targetId: memberId, gone, reason, now }: Loss): Promise<void> {
  if ((await tx.emailAddress.count({ where: { memberId, offAt: null } })) === 0) return;
  const { failures } = await tx.emailAddress.update({ where: { memberId }, ...ONE_MORE });
  if (!gone && !isSwitchedOff(failures)) return;
  await tx.emailAddress.update({ where: { memberId }, data: { offAt: now, offReason: reason } });
  await notify(tx, {
    ...{ memberId, key: `email-off:${now.toISOString()}`, kind: "channel", href: "/me/channels" },
    text: `发到你邮箱的邮件总是退回，已经停发。邮箱改好以后，在“通知方式”里重新填写。`,
    now,
  });
}

/** A browser that has gone was turned off by its owner, who needs no word about it; one that only fails looks as if it were on. */
async function loseBrowser(tx: Tx, { targetId: id, gone, now }: Loss): Promise<void> {
  if ((await tx.pushBrowser.count({ where: { id } })) === 0) return;
  const { failures, memberId } = await tx.pushBrowser.update({
    ...{ where: { id }, data: ONE_MORE.data, select: { failures: true, memberId: true } },
  });
  if (!gone && !isSwitchedOff(failures)) return;
  await tx.pushBrowser.deleteMany({ where: { id } });
  if (gone) return;
  await notify(tx, {
    ...{ memberId, key: `browser-off:${id}`, kind: "channel", href: "/me/channels" },
    text: "你有一个浏览器的通知连续发不出去，已经停发；消息照样在“消息”里。还想收，在那个浏览器里打开“通知方式”重新打开。",
    now,
  });
}

async function loseRobot(tx: Tx, { targetId: id, gone, reason, now }: Loss): Promise<void> {
  if ((await tx.robot.count({ where: { id, offAt: null } })) === 0) return;
  const { failures } = await tx.robot.update({ where: { id }, ...ONE_MORE });
  if (!gone && !isSwitchedOff(failures)) return;
  const robot = await tx.robot.update({ where: { id }, data: { offAt: now, offReason: reason } });
  const text = `${ROBOT_LABELS[robot.kind as RobotKind]}机器人“${robot.name}”连续发不出去，已经停用：${reason}。在“天天谈推送”里改好以后可以恢复。`;
  for (const memberId of await listOwners(tx, robot, now)) {
    const key = `robot-off:${id}:${now.toISOString()}`;
    await notify(tx, { memberId, key, kind: "channel", href: "/branch/push", text, now });
  }
}

/** Whoever runs the study of the branch today: they can mend it. */
async function listOwners(tx: Tx, { branchId }: { branchId: string }, now: Date): Promise<string[]> {
  const rows = await tx.roleGrant.findMany({
    where: {
      ...{ scopeKind: "branch", scopeId: branchId, role: { in: ["study-officer", "branch-secretary"] } },
      ...{ revokedAt: null, ...covering(businessDateOf(now)), member: { state: "active" } },
    },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  return rows.map(({ memberId }) => memberId);
}
