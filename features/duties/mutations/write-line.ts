import { lineFault, MOST_LINES, type LineFault, type LineText } from "@/domain/duties/line";
import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { LINE, toLine } from "../queries/templates";
import { factsOf, FIELDS, lockTemplate, pick } from "./line-facts";
import { makeDuties } from "./make-duties";

type By = { actorId: string; now: Date };

export type LineResult =
  | { ok: true; id: string }
  | ({ ok: false; reason: "fault" } & Omit<LineFault, "field"> & { field: LineFault["field"] | "title" })
  /** Somebody else was quicker, or it is not there. */
  | { ok: false; reason: "stale" | "gone" };

/** Adds a line at the end of a year's template; of an issued one its duties are made. Audited. */
export async function addLine(input: LineText & { year: string } & By): Promise<LineResult> {
  const { year, actorId, now } = input;
  const fault = lineFault(input, year);
  if (fault) return { ok: false, reason: "fault", ...fault };
  const result = await inTransaction(async (tx): Promise<LineResult> => {
    if (!(await lockTemplate(tx, year))) return { ok: false, reason: "gone" };
    const position = await tx.dutyLine.count({ where: { year } });
    const active = await tx.dutyLine.findMany({ where: { year, state: "active" }, select: { title: true } });
    const taken = takenFault(active, input.title);
    if (taken) return taken;
    const id = newId(now);
    const facts = factsOf(input);
    await tx.dutyLine.create({ data: { ...facts, id, year, position, createdAt: now } });
    const subject = { subjectKind: "duty-line", subjectId: id };
    await audit(tx, { actorId, action: "duty-line.add", ...subject, detail: { after: { year, ...facts } }, now });
    return { ok: true, id };
  });
  if (result.ok) await makeDuties({ year, now });
  return result;
}

function takenFault(active: readonly { title: string }[], title: string): LineResult | null {
  if (active.some((line) => line.title === title)) {
    return { ok: false, reason: "fault", field: "title", detail: "这一年已经有同名的一项，请换个名称。" };
  }
  if (active.length < MOST_LINES) return null;
  return { ok: false, reason: "fault", field: "title", detail: `一年最多${MOST_LINES}项，请先去掉几项。` };
}

/** Changes a line as it was read with `version`; duties that were not started follow. The same again changes nothing. Audited. */
export async function editLine(input: LineText & { id: string; version: number } & By): Promise<LineResult> {
  const { id, version, actorId, now } = input;
  const changed = await inTransaction(async (tx) => {
    const found = await tx.dutyLine.findUnique({ where: { id }, select: LINE });
    if (found === null) return { ok: false, reason: "gone" } as const;
    const before = toLine(found);
    const fault = lineFault(input, before.year);
    if (fault) return { ok: false, reason: "fault", ...fault } as const;
    const after = factsOf(input);
    const fields = FIELDS.filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return { ok: true, id, year: before.year } as const;
    const others = await tx.dutyLine.count({
      where: { year: before.year, state: "active", title: after.title, id: { not: id } },
    });
    if (others > 0 && before.state === "active") return takenFault([after], after.title) as LineResult & { ok: false };
    const { count } = await tx.dutyLine.updateMany({
      where: { id, version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) return { ok: false, reason: "stale" } as const;
    const detail = { before: pick(before, fields), after: pick(after, fields), version: version + 1 };
    await audit(tx, { actorId, action: "duty-line.edit", subjectKind: "duty-line", subjectId: id, detail, now });
    return { ok: true, id, year: before.year } as const;
  });
  if (!changed.ok) return changed;
  await makeDuties({ year: changed.year, now });
  return { ok: true, id };
}

/** Asks a line no longer, or again. Saying again what holds already changes nothing. Audited. */
export async function setLineState(
  input: { id: string; version: number; state: "active" | "removed" } & By,
): Promise<LineResult> {
  const { id, version, state, actorId, now } = input;
  const changed = await inTransaction(async (tx) => {
    const row = await tx.dutyLine.findUnique({ where: { id }, select: { year: true, state: true, title: true } });
    if (row === null) return { ok: false, reason: "gone" } as const;
    if (row.state === state) return { ok: true, id, year: row.year } as const;
    await lockTemplate(tx, row.year);
    const active = await tx.dutyLine.findMany({ where: { year: row.year, state: "active" }, select: { title: true } });
    const taken = state === "active" ? takenFault(active, row.title) : null;
    if (taken) return taken as LineResult & { ok: false };
    const { count } = await tx.dutyLine.updateMany({
      where: { id, version },
      data: { state, version: { increment: 1 } },
    });
    if (count === 0) return { ok: false, reason: "stale" } as const;
    const action = state === "removed" ? "duty-line.remove" : "duty-line.restore";
    const detail = { before: { state: row.state }, after: { state }, version: version + 1 };
    await audit(tx, { actorId, action, subjectKind: "duty-line", subjectId: id, detail, now });
    return { ok: true, id, year: row.year } as const;
  });
  if (!changed.ok) return changed;
  await makeDuties({ year: changed.year, now });
  return { ok: true, id };
}
