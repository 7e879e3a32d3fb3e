import { awardOf, type Award } from "@/domain/certificates/award";
import { plainTitle } from "@/domain/certificates/form";
import { quarterLabel } from "@/features/points/view";
import { db } from "@/lib/db";
import { findContestStanding, findSeasonStanding } from "./find-standing";

/** What the settled results give one person. */
export type Earned = Award & { readonly sourceId: string; readonly title: string };

/** Everything that this person has earned by the results as they are settled now. */
export async function listAwards(memberId: string, now: Date): Promise<Earned[]> {
  const [contests, seasons] = [await listContests(memberId), await listSeasons(memberId)];
  const earned: Earned[] = [];
  for (const { id, title } of contests) {
    const award = awardOf("contest", (await findContestStanding(id, memberId)).line);
    if (award) earned.push({ ...award, sourceId: id, title: plainTitle(title) });
  }
  for (const quarter of seasons) {
    const award = awardOf("season", (await findSeasonStanding(quarter, memberId, now)).line);
    if (award) earned.push({ ...award, sourceId: quarter, title: quarterLabel(quarter) });
  }
  return earned;
}

async function listContests(memberId: string): Promise<{ id: string; title: string }[]> {
  const rows = await db().contest.findMany({
    where: { state: "released", settledAt: { not: null }, entries: { some: { memberId, leftAt: null } } },
    select: { id: true, quiz: { select: { title: true } } },
  });
  return rows.map(({ id, quiz }) => ({ id, title: quiz.title }));
}

async function listSeasons(memberId: string): Promise<string[]> {
  const rows = await db().seasonPlace.findMany({ where: { memberId }, select: { quarter: true } });
  return rows.map(({ quarter }) => quarter);
}
