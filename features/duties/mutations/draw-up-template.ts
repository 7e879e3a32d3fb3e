import { FIRST_LINES } from "@/domain/duties/line";
import { audit } from "@/features/audit/mutations";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { LINE } from "../queries/templates";
import { makeDuties, type Made } from "./make-duties";

type Act = { year: string; actorId: string; now: Date };

/**
 * Begins the template of a year as a draft, with the lines of the latest year before it, or those the product proposes.
 * False when that year has one already. Audited.
 */
export async function openTemplate({ year, actorId, now }: Act): Promise<boolean> {
  try {
    await inTransaction(async (tx) => {
      const lines = await linesBefore(tx, year);
      await tx.dutyTemplate.create({ data: { year, createdById: actorId, createdAt: now } });
      await tx.dutyLine.createMany({
        data: lines.map((line, position) => ({ ...line, id: newId(now), year, position, createdAt: now })),
      });
      const subject = { subjectKind: "duty-template", subjectId: year };
      await audit(tx, { actorId, action: "duty-template.open", ...subject, detail: { rows: lines.length }, now });
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function linesBefore(tx: Tx, year: string) {
  const model = await tx.dutyTemplate.findFirst({
    where: { year: { lt: year } },
    orderBy: { year: "desc" },
    select: { lines: { where: { state: "active" }, orderBy: [{ position: "asc" }, { id: "asc" }], select: LINE } },
  });
  if (model === null) return FIRST_LINES.map((line) => ({ ...line, onDate: null }));
  return model.lines.map(({ title, ask, rhythm, onDate, daysBefore, effort, source }) => ({
    ...{ title, ask, rhythm, daysBefore, effort, source },
    onDate: onDate === null ? null : sameDay(onDate, year),
  }));
}

/** The same day of another year; what was the 29th of February is the 28th. */
const sameDay = (day: string, year: string): string => {
  const rest = day.slice(4);
  return `${year}${rest === "-02-29" ? "-02-28" : rest}`;
};

export type IssueResult = { ok: true; made: Made } | { ok: false; reason: "stale" | "empty" | "gone" };

/**
 * Issues a template: from now on its lines are duties. A template that is issued already makes what is missing, so that
 * a second press does no harm. Audited.
 */
export async function issueTemplate({ year, version, actorId, now }: Act & { version: number }): Promise<IssueResult> {
  const issued = await inTransaction(async (tx) => {
    const row = await tx.dutyTemplate.findUnique({ where: { year } });
    if (row === null) return "gone" as const;
    if (row.state === "issued") return null;
    if ((await tx.dutyLine.count({ where: { year, state: "active" } })) === 0) return "empty" as const;
    const { count } = await tx.dutyTemplate.updateMany({
      where: { year, version, state: "draft" },
      data: { state: "issued", issuedAt: now, version: { increment: 1 } },
    });
    // Pressed by two at once: the other one has issued it.
    if (count === 0) return (await tx.dutyTemplate.count({ where: { year, state: "issued" } })) > 0 ? null : "stale";
    const detail = { before: { state: "draft" }, after: { state: "issued" } };
    const subject = { subjectKind: "duty-template", subjectId: year };
    await audit(tx, { actorId, action: "duty-template.issue", ...subject, detail, now });
    return null;
  });
  return issued === null ? { ok: true, made: await makeDuties({ year, now }) } : { ok: false, reason: issued };
}
