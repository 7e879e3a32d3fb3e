import { sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";

export type OwnApplication = {
  name: string;
  branch: string;
  createdAt: Date;
  state: "open" | "accepted" | "refused" | "withdrawn";
  reason: string;
  /** True once the person has set a password: from then on they sign in. */
  isIn: boolean;
};

/** The application of whoever holds the secret; null when there is none (any more). */
export async function findApplication(secret: string): Promise<OwnApplication | null> {
  const row = await db().application.findUnique({
    where: { secretHash: sha256Hex(secret) },
    select: {
      name: true,
      createdAt: true,
      state: true,
      reason: true,
      memberId: true,
      branch: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { memberId, branch, state, ...told } = row;
  const waiting = memberId === null ? 0 : await db().member.count({ where: { id: memberId, state: "invited" } });
  return {
    ...told,
    ...{ state: state as OwnApplication["state"], branch: branch.name, isIn: memberId !== null && waiting === 0 },
  };
}
