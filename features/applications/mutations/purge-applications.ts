import { db } from "@/lib/db";
import { KEEP_DAYS } from "../constants";

/**
 * Forgets applications 90 days after they were decided, or after they came when nobody decided, and codes 90 days after
 * their end once no application hangs on them. Answers how many rows went.
 */
export async function purgeApplications(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
  const applications = await db().application.deleteMany({
    where: { OR: [{ decidedAt: { lt: before } }, { decidedAt: null, createdAt: { lt: before } }] },
  });
  const codes = await db().joinCode.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }], applications: { none: {} } },
  });
  return applications.count + codes.count;
}
