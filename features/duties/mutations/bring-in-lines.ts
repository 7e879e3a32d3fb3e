import { MOST_LINES, type LineText } from "@/domain/duties/line";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { LINE, toLine, type LineRow } from "../queries/templates";
import { FIELDS, factsOf, lockTemplate, pick } from "./line-facts";
import { makeDuties } from "./make-duties";

type Input = { year: string; lines: readonly LineText[]; actorId: string; now: Date };

export type BroughtIn =
  { ok: true; added: number; changed: number; same: number } | { ok: false; reason: "gone" | "too-many" };

/**
 * Writes the lines of a sheet into a year's template: a name that is known is changed where it differs, another is added
 * at the end, and what the sheet does not speak of stays. All of it or nothing; the same sheet again changes nothing.
 * Audited line by line.
 */
export async function bringInLines(input: Input): Promise<BroughtIn> {
  const { year, lines, now } = input;
  const result = await inTransaction(async (tx): Promise<BroughtIn> => {
    if (!(await lockTemplate(tx, year))) return { ok: false, reason: "gone" };
    const rows = await tx.dutyLine.findMany({ where: { year }, select: LINE });
    const known = new Map(
      rows.filter(({ state }) => state === "active").map((row) => [row.title, toLine(row)] as const),
    );
    const fresh = lines.filter(({ title }) => !known.has(title));
    if (known.size + fresh.length > MOST_LINES) return { ok: false, reason: "too-many" };
    let changed = 0;
    for (const line of lines) {
      const before = known.get(line.title);
      if (before && (await change(tx, before, { ...input, line }))) changed += 1;
    }
    for (const [index, line] of fresh.entries()) await add(tx, rows.length + index, { ...input, line });
    return { ok: true, added: fresh.length, changed, same: lines.length - fresh.length - changed };
  });
  if (result.ok) await makeDuties({ year, now });
  return result;
}

type One = Input & { line: LineText };

async function change(tx: Tx, before: LineRow, { line, actorId, now }: One): Promise<boolean> {
  const after = factsOf(line);
  const fields = FIELDS.filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return false;
  const { version } = await tx.dutyLine.update({
    where: { id: before.id },
    data: { ...after, version: { increment: 1 } },
    select: { version: true },
  });
  const detail = { before: pick(before, fields), after: pick(after, fields), version };
  await audit(tx, { actorId, action: "duty-line.edit", subjectKind: "duty-line", subjectId: before.id, detail, now });
  return true;
}

async function add(tx: Tx, position: number, { year, line, actorId, now }: One): Promise<void> {
  const [id, facts] = [newId(now), factsOf(line)];
  await tx.dutyLine.create({ data: { ...facts, id, year, position, createdAt: now } });
  const detail = { after: { year, ...facts } };
  await audit(tx, { actorId, action: "duty-line.add", subjectKind: "duty-line", subjectId: id, detail, now });
}
