import type { LineText } from "@/domain/duties/line";
import type { Tx } from "@/lib/db";
import type { LineRow } from "../queries/templates";

/** What a line says, as it is stored and told. */
export const FIELDS = ["title", "ask", "rhythm", "onDate", "daysBefore", "effort", "source"] as const;
type Facts = Pick<LineRow, (typeof FIELDS)[number]>;

export const factsOf = ({ onDate, ...line }: LineText): Facts => ({
  ...{ title: line.title, ask: line.ask, rhythm: line.rhythm, daysBefore: line.daysBefore },
  ...{ effort: line.effort, source: line.source, onDate: line.rhythm === "once" ? onDate : null },
});

export const pick = (facts: Facts, fields: readonly (typeof FIELDS)[number][]) =>
  Object.fromEntries(fields.map((field) => [field, facts[field]]));

/** Locks the template: lines keep their order and number. False when the year has none. */
export async function lockTemplate(tx: Tx, year: string): Promise<boolean> {
  return (await tx.dutyTemplate.updateMany({ where: { year }, data: { year } })).count === 1;
}
