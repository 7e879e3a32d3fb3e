import { businessDateOf } from "@/domain/calendar/shanghai";
import { dueDays, planDuties, type DueDays, type DutyPlan, type PlannedLine } from "@/domain/duties/plan";
import { groupBy } from "@/domain/grouping";
import { db, inTransaction, type Prisma, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { LINE, toLine } from "../queries/templates";

export type Made = { readonly added: number; readonly changed: number; readonly dropped: number };

const NOTHING: Made = { added: 0, changed: 0, dropped: 0 };
const sum = (a: Made, b: Made): Made => ({
  ...{ added: a.added + b.added, changed: a.changed + b.changed, dropped: a.dropped + b.dropped },
});

/** Organisations in one transaction: few round trips for the whole zone, and nobody waits long for the one writer. */
const SLICE = 40;

const CHANGE = { organisationId: true, lineId: true, isLeftOut: true, daysBefore: true, effort: true } as const;
const STANDING = {
  ...{ id: true, organisationId: true, lineId: true, period: true, version: true, isStarted: true, state: true },
  ...{ title: true, ask: true, effort: true, source: true, dueOn: true, isDayKnown: true },
} as const;

type Year = { readonly year: string; readonly now: Date };
type Making = Year & { readonly daysOf: DueDays };
type Planned = DutyPlan & { readonly organisationId: string };

/** Makes the duties of one organisation in one year what the template and its adaptations ask for. Safe to repeat. */
export function makeDutiesOf({ organisationId, ...year }: Year & { organisationId: string }): Promise<Made> {
  return makeSlice([organisationId], { ...year, daysOf: dueDays(year.year) });
}

/** The same for every organisation. */
export async function makeDuties(year: Year): Promise<Made> {
  const organisations = await db().organisation.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  const making = { ...year, daysOf: dueDays(year.year) };
  let made = NOTHING;
  for (let from = 0; from < organisations.length; from += SLICE) {
    const slice = organisations.slice(from, from + SLICE).map(({ id }) => id);
    made = sum(made, await makeSlice(slice, making));
  }
  return made;
}

/** While a template is a draft nothing is made. */
function makeSlice(organisationIds: string[], making: Making): Promise<Made> {
  const { year } = making;
  return inTransaction(async (tx) => {
    const organisations = await lockOrganisations(tx, organisationIds);
    const template = await tx.dutyTemplate.findUnique({ where: { year }, select: { state: true } });
    if (template?.state !== "issued") return NOTHING;
    const lines = await tx.dutyLine.findMany({ where: { year }, orderBy: { position: "asc" }, select: LINE });
    const asked = lines.map(toLine).map((line) => ({ ...line, isActive: line.state === "active" }));
    return carryOut(tx, await planSlice(tx, organisations, asked, making), making);
  });
}

/** Whoever plans second sees what the first has made. */
async function lockOrganisations(tx: Tx, ids: string[]): Promise<{ id: string; state: string }[]> {
  const where = { id: { in: ids } };
  await tx.organisation.updateMany({ where, data: { version: { increment: 0 } } });
  return tx.organisation.findMany({ where, select: { id: true, state: true } });
}

/** Of an organisation that is closed nothing new is asked. */
async function planSlice(
  tx: Tx,
  organisations: readonly { id: string; state: string }[],
  lines: readonly PlannedLine[],
  { year, now, daysOf }: Making,
): Promise<Planned[]> {
  const ofThem = { organisationId: { in: organisations.map(({ id }) => id) } };
  const changes = await tx.dutyAdaptation.findMany({ where: { ...ofThem, line: { year } }, select: CHANGE });
  const standing = await tx.duty.findMany({ where: { ...ofThem, year }, select: STANDING });
  const changesOf = groupBy(changes, ({ organisationId }) => organisationId);
  const standingOf = groupBy(standing, ({ organisationId }) => organisationId);
  return organisations.map(({ id: organisationId, state }) => ({
    organisationId,
    ...planDuties({
      ...{ year, daysOf, today: businessDateOf(now), changes: changesOf.get(organisationId) ?? [] },
      lines: state === "active" ? lines : [],
      standing: (standingOf.get(organisationId) ?? []).map((row) => ({ ...row, isDropped: row.state === "dropped" })),
    }),
  }));
}

async function carryOut(tx: Tx, plans: readonly Planned[], { year, now }: Year): Promise<Made> {
  const add = plans.flatMap(({ organisationId, add }) => add.map((duty) => ({ ...duty, organisationId })));
  if (add.length > 0) {
    await tx.duty.createMany({
      data: add.map((duty) => ({ ...duty, id: newId(now), year, plannedOn: duty.dueOn, createdAt: now })),
    });
  }
  // A line reads the same for nearly all: one statement for those whose duty becomes the same.
  const change = groupBy(
    plans.flatMap((plan) => plan.change),
    ({ version, facts }) => JSON.stringify([version, facts]),
  );
  let changed = 0;
  for (const group of change.values()) {
    const [{ facts }] = group as [(typeof group)[0]];
    changed += await updateUnstarted(tx, group, { ...facts, plannedOn: facts.dueOn, state: "open" });
  }
  const drop = groupBy(
    plans.flatMap((plan) => plan.drop),
    ({ version }) => version,
  );
  let dropped = 0;
  for (const group of drop.values()) dropped += await updateUnstarted(tx, group, { state: "dropped" });
  return { added: add.length, changed, dropped };
}

/** The number of duties that nobody has touched since they were read; all have one version. */
async function updateUnstarted(
  tx: Tx,
  group: readonly { id: string; version: number }[],
  data: Prisma.DutyUpdateManyMutationInput,
): Promise<number> {
  const where = { id: { in: group.map(({ id }) => id) }, version: group[0]?.version ?? -1, isStarted: false };
  return (await tx.duty.updateMany({ where, data: { ...data, version: { increment: 1 } } })).count;
}

/** Every year that is issued and not over: for organisations that came since, and days off that are known by now. */
export async function makeDutiesOfAllYears(now: Date): Promise<Made> {
  const templates = await db().dutyTemplate.findMany({
    where: { state: "issued", year: { gte: businessDateOf(now).slice(0, 4) } },
    select: { year: true },
  });
  let made = NOTHING;
  for (const { year } of templates) made = sum(made, await makeDuties({ year, now }));
  return made;
}
