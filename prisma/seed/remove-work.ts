// Takes out what stations and the committee of removed places worked on: volunteer projects and contests before the people
// who wrote them, templates of duties after the duties.
import { db } from "@/lib/db";
import { forgetActs, ROWS, sweep } from "./remove";

/** The projects of stations with this prefix, with claims, contacts and what the log says of them. */
export async function removeProjects(prefix: string): Promise<void> {
  const station = { stationId: { startsWith: prefix } };
  const project = { project: station };
  await forgetActs("claim", await db().projectClaim.findMany({ where: project, select: { id: true } }));
  await forgetActs("project", await db().project.findMany({ where: station, select: { id: true } }));
  await sweep(() => db().projectClaim.deleteMany({ where: project, limit: ROWS }));
  await sweep(() => db().project.deleteMany({ where: station, limit: ROWS }));
}

/** Contests that people with this prefix drew up, with what everybody did in them, unless somebody else takes part. */
export async function removeContests(prefix: string): Promise<void> {
  const contests = await db().contest.findMany({
    where: { writers: { contains: `"${prefix}` }, entries: { every: { memberId: { startsWith: prefix } } } },
    select: { id: true },
  });
  await forgetActs("contest", contests);
  for (const { id } of contests) {
    await sweep(() => db().receipt.deleteMany({ where: { attempt: { quizId: id } }, limit: ROWS }));
    await sweep(() => db().attempt.deleteMany({ where: { quizId: id }, limit: ROWS }));
    await db().quiz.deleteMany({ where: { id } });
  }
}

/** Templates that people with this prefix drew up, as far as nobody else has duties by them. */
export async function removeTemplates(prefix: string): Promise<void> {
  const drawnUp = { createdById: { startsWith: prefix } };
  const unused = { duties: { none: {} }, adaptations: { none: {} } };
  const lines = { template: drawnUp, ...unused };
  await forgetActs("duty-line", await db().dutyLine.findMany({ where: lines, select: { id: true } }));
  await sweep(() => db().dutyLine.deleteMany({ where: lines, limit: ROWS }));
  await sweep(() => db().dutyTemplate.deleteMany({ where: { ...drawnUp, lines: { none: {} } }, limit: ROWS }));
}
