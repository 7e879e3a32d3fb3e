import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { openTemplate } from "@/features/duties/mutations/draw-up-template";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import type { Place } from "./world";

/** The first line of this year's list, which is drawn up as a draft where there is none. */
export async function dutyLine(): Promise<string> {
  const now = new Date();
  const year = businessDateOf(now).slice(0, 4);
  await openTemplate({ year, actorId: "officer", now });
  const first = { where: { year }, orderBy: { position: "asc" }, select: { id: true } } as const;
  return (await db().dutyLine.findFirstOrThrow(first)).id;
}

/**
 * A duty of the place's organisation, due in so many days. Written straight into the table: the list of the zone is no
 * business of one journey.
 */
export async function makeDuty({ organisationId }: Place, title: string, inDays: number): Promise<string> {
  const now = new Date();
  const today = businessDateOf(now);
  const dueOn = addDays(today, inDays);
  const facts = { title, ask: "示例要求", effort: 20, source: "reported", dueOn, plannedOn: dueOn, isDayKnown: true };
  const [id, lineId, year] = [newId(now), await dutyLine(), today.slice(0, 4)];
  await db().duty.create({ data: { ...facts, id, organisationId, lineId, year, period: `${year}-${id}` } });
  return id;
}
