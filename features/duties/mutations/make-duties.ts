import { businessDateOf } from "@/domain/calendar/shanghai";
import { planDuties, type DutyPlan } from "@/domain/duties/plan";
import { db, inTransaction, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { LINE, toLine } from "../queries/templates";

export type Made = { readonly added: number; readonly changed: number; readonly dropped: number };

const NOTHING: Made = { added: 0, changed: 0, dropped: 0 };
const sum = (a: Made, b: Made): Made => ({
  ...{ added: a.added + b.added, changed: a.changed + b.changed, dropped: a.dropped + b.dropped },
});

/**
 * Makes the duties of one organisation in one year what the template and its adaptations ask for. Safe to repeat. While
 * a template is a draft nothing is made; of an organisation that is closed nothing new is asked.
 */
export function makeDutiesOf(input: { organisationId: string; year: string; now: Date }): Promise<Made> {
  const { organisationId, year, now } = input;
  return inTransaction(async (tx) => {
    // Locks the organisation: whoever plans second sees what the first has made.
    const { state } = await tx.organisation.update({
      where: { id: organisationId },
      data: { id: organisationId },
      select: { state: true },
    });
    const template = await tx.dutyTemplate.findUnique({ where: { year }, select: { state: true } });
    if (template?.state !== "issued") return NOTHING;
    const lines = await tx.dutyLine.findMany({ where: { year }, orderBy: { position: "asc" }, select: LINE });
    const [changes, rows] = [
      await tx.dutyAdaptation.findMany({ where: { organisationId, line: { year } } }),
      await tx.duty.findMany({ where: { organisationId, year } }),
    ];
    const plan = planDuties({
      ...{ year, changes, today: businessDateOf(now) },
      lines: lines.map(toLine).map((line) => ({ ...line, isActive: line.state === "active" && state === "active" })),
      standing: rows.map((row) => ({ ...row, isDropped: row.state === "dropped" })),
    });
    return carryOut(tx, { ...input, plan });
  });
}

async function carryOut(
  tx: Tx,
  { organisationId, year, plan, now }: { organisationId: string; year: string; plan: DutyPlan; now: Date },
): Promise<Made> {
  if (plan.add.length > 0) {
    await tx.duty.createMany({
      data: plan.add.map((duty) => ({
        ...{ ...duty, id: newId(now), organisationId, year, plannedOn: duty.dueOn, createdAt: now },
      })),
    });
  }
  let changed = 0;
  for (const { id, version, facts } of plan.change) {
    const data = { ...facts, plannedOn: facts.dueOn, state: "open", version: { increment: 1 } };
    changed += (await tx.duty.updateMany({ where: { id, version, isStarted: false }, data })).count;
  }
  let dropped = 0;
  for (const { id, version } of plan.drop) {
    const data = { state: "dropped", version: { increment: 1 } };
    dropped += (await tx.duty.updateMany({ where: { id, version, isStarted: false }, data })).count;
  }
  return { added: plan.add.length, changed, dropped };
}

/** The same for every organisation, a transaction each. */
export async function makeDuties({ year, now }: { year: string; now: Date }): Promise<Made> {
  const organisations = await db().organisation.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  let made = NOTHING;
  for (const { id } of organisations) made = sum(made, await makeDutiesOf({ organisationId: id, year, now }));
  return made;
}

/** Every year that is issued and not over: for organisations that came since, and days off that are known by now. */
export async function makeDutiesOfAllYears(now: Date): Promise<Made> {
  const year = businessDateOf(now).slice(0, 4);
  const templates = await db().dutyTemplate.findMany({
    where: { state: "issued", year: { gte: year } },
    select: { year: true },
  });
  let made = NOTHING;
  for (const template of templates) made = sum(made, await makeDuties({ year: template.year, now }));
  return made;
}
