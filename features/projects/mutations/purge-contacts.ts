import { businessDateOf } from "@/domain/calendar/shanghai";
import { contactEndsOn } from "@/domain/projects/retention";
import { db } from "@/lib/db";

/** Deletes the contacts whose time is over (domain/projects/retention.ts). Safe to repeat; answers how many went. */
export async function purgeContacts(now: Date): Promise<number> {
  const today = businessDateOf(now);
  const rows = await db().projectContact.findMany({
    select: { projectId: true, storedOn: true, storedAt: true, project: { select: { endedOn: true } } },
  });
  let gone = 0;
  for (const { projectId, storedOn, storedAt, project } of rows) {
    if (contactEndsOn({ storedOn, endedOn: project.endedOn }) > today) continue;
    // One that was put in its place meanwhile stays.
    gone += (await db().projectContact.deleteMany({ where: { projectId, storedAt } })).count;
  }
  return gone;
}
