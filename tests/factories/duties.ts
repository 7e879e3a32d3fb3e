import type { LineText } from "@/domain/duties/line";
import { issueTemplate, openTemplate } from "@/features/duties/mutations/draw-up-template";
import { addLine, setLineState } from "@/features/duties/mutations/write-line";
import { db } from "@/lib/db";

/** A list of one year with exactly these lines, issued on a day, for the organisations there are. */
export const LINE: LineText = {
  ...{ title: "示例谈心", ask: "示例", rhythm: "quarterly", onDate: "", daysBefore: 5, effort: 60, source: "reported" },
};

const actorId = "committee";

/** Answers the ids of the lines, in their order. */
export async function draftList(year: string, lines: readonly Partial<LineText>[], now: Date): Promise<string[]> {
  await openTemplate({ year, actorId, now });
  for (const { id, version } of await db().dutyLine.findMany({ where: { year } })) {
    await setLineState({ id, version, state: "removed", actorId, now });
  }
  const ids: string[] = [];
  for (const over of lines) {
    const made = await addLine({ year, ...LINE, ...over, actorId, now });
    if (!made.ok) throw new Error(made.reason);
    ids.push(made.id);
  }
  return ids;
}

export async function issueList(year: string, lines: readonly Partial<LineText>[], now: Date): Promise<string[]> {
  const ids = await draftList(year, lines, now);
  const { version } = await db().dutyTemplate.findUniqueOrThrow({ where: { year } });
  const issued = await issueTemplate({ year, version, actorId, now });
  if (!issued.ok) throw new Error(issued.reason);
  return ids;
}
