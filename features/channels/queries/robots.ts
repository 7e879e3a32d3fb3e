import type { RobotKind } from "@/domain/pushes/channels";
import { maskRobot } from "@/domain/pushes/robots";
import type { BranchScope } from "@/features/access/types";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import type { Target } from "@/lib/delivery/channel";

export type RobotRow = {
  id: string;
  kind: RobotKind;
  name: string;
  masked: string;
  isSigned: boolean;
  isOff: boolean;
  offReason: string;
};

/** The robots of a branch, masked. */
export async function listRobots({ branchId }: BranchScope): Promise<RobotRow[]> {
  const rows = await db().robot.findMany({ where: { branchId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(({ id, kind, name, cipher, offAt, offReason }) => {
    const { address = "", secret = "" } = JSON.parse(openText(cipher)) as Target;
    const masked = maskRobot(address);
    return { id, kind: kind as RobotKind, name, masked, isSigned: secret !== "", isOff: offAt !== null, offReason };
  });
}

/** Names of the robots of a branch that were switched off. */
export async function listStoppedRobots({ branchId }: BranchScope): Promise<string[]> {
  const where = { branchId, offAt: { not: null } };
  return (await db().robot.findMany({ where, orderBy: { id: "asc" }, select: { name: true } })).map(({ name }) => name);
}

/** The branch that a robot serves; null when there is none of that id. */
export async function findRobotBranch(id: string): Promise<string | null> {
  return (await db().robot.findUnique({ where: { id }, select: { branchId: true } }))?.branchId ?? null;
}

export type OpenRobot = { id: string; branchId: string; kind: RobotKind; name: string; isOff: boolean; target: Target };

/** One robot with its address opened, in use or not: for trying it. */
export async function findRobot(id: string): Promise<OpenRobot | null> {
  const row = await db().robot.findUnique({ where: { id } });
  if (row === null) return null;
  const { branchId, kind, name, offAt, cipher } = row;
  const target = JSON.parse(openText(cipher)) as Target;
  return { id, branchId, kind: kind as RobotKind, name, isOff: offAt !== null, target };
}
