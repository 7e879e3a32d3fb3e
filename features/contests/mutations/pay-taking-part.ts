import { awardPoints } from "@/features/points/mutations/award-points";
import type { Sql } from "@/lib/db/prepared";

const PAID = `SELECT 1 AS paid FROM points_entry
  WHERE member_id = ? AND reason = 'contest-taking-part' AND source = ?`;
const REGISTERED = "SELECT 1 AS found FROM contest_entry WHERE contest_id = ? AND member_id = ? AND left_at IS NULL";

/** Pays taking part in the transaction that closes an attempt: once a contest, to whoever is registered. Gives the points. */
export async function payTakingPart(sql: Sql, of: { contestId: string; memberId: string; now: Date }): Promise<number> {
  const { contestId, memberId, now } = of;
  if ((await sql.select(REGISTERED, [contestId, memberId])).length === 0) return 0;
  if ((await sql.select(PAID, [memberId, contestId])).length > 0) return 0;
  return (await awardPoints(sql, { memberId, reason: "contest-taking-part", source: contestId, now })).value;
}
