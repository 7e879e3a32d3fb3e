import { robotAddress, SIGNING_ROBOTS } from "@/domain/pushes/robots";
import { ROBOT_LABELS, type RobotKind } from "@/domain/pushes/channels";
import { audit } from "@/features/audit/mutations";
import { lookupHash, sealText } from "@/lib/crypto";
import { inTransaction, isUniqueViolation } from "@/lib/db";

export type NewRobot = { branchId: string; kind: RobotKind; name: string; address: string; secret: string };

export type AddResult = { ok: true; id: string } | { ok: false; field: "address" | "secret"; detail: string };

type Act = { actorId: string; now: Date };

/** Adds the robot of a group. Address and secret are kept encrypted and never shown whole again. Audited without them. */
export async function addRobot({
  branchId,
  kind,
  name,
  address,
  secret,
  actorId,
  now,
}: NewRobot & Act): Promise<AddResult> {
  const kept = robotAddress(kind, address);
  if (kept === null) {
    const detail = `这不是${ROBOT_LABELS[kind]}群机器人的地址。请在群设置里复制机器人的Webhook地址，整个粘贴过来。`;
    return { ok: false, field: "address", detail };
  }
  const signs = SIGNING_ROBOTS.includes(kind);
  if (signs && secret === "") {
    return { ok: false, field: "secret", detail: `${ROBOT_LABELS[kind]}机器人的安全设置请选签名，把密钥填在这里。` };
  }
  const cipher = sealText(JSON.stringify({ address: kept, secret: signs ? secret : "" }));
  const data = {
    branchId,
    kind,
    name,
    addressHash: lookupHash("robot", kept),
    cipher,
    createdById: actorId,
    createdAt: now,
  };
  try {
    const id = await inTransaction(async (tx) => {
      const row = await tx.robot.create({ data, select: { id: true } });
      const detail = { robotKind: kind, title: name };
      await audit(tx, { actorId, action: "channel.add", subjectKind: "branch", subjectId: branchId, detail, now });
      return row.id;
    });
    return { ok: true, id };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, field: "address", detail: "这个机器人已经在下面的名单里了。" };
  }
}

/** Takes a robot away; what waits for it is not sent. False when it was gone already. */
export function removeRobot({
  robotId,
  branchId,
  actorId,
  now,
}: { robotId: string; branchId: string } & Act): Promise<boolean> {
  return inTransaction(async (tx) => {
    const row = await tx.robot.findFirst({ where: { id: robotId, branchId }, select: { kind: true, name: true } });
    if (row === null || (await tx.robot.deleteMany({ where: { id: robotId, branchId } })).count === 0) return false;
    const detail = { robotKind: row.kind, title: row.name };
    await audit(tx, { actorId, action: "channel.remove", subjectKind: "branch", subjectId: branchId, detail, now });
    return true;
  });
}
