import { beforeAll, expect, it } from "vitest";
import { coveredMembers, decisiveDay } from "@/domain/assignments/coverage";
import { outcomeOf, tallyOf } from "@/domain/assignments/outcome";
import { addDays } from "@/domain/calendar/plain-date";
import { rngFrom, type Rng } from "@/domain/random";
import { readTallies } from "@/features/figures/queries/counted";
import type { Ask } from "@/features/figures/queries/parts";
import { db } from "@/lib/db";
import { answered, assign, result, SINCE } from "@/tests/factories/figures";
import { addBranch, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const ASK: Ask = { quarter: "2026Q4", standing: "members", today: "2026-11-22" };

describeOnBothEngines("figures of organisations", () => {
  beforeAll(async () => {
    await addStation("s");
    for (const id of ["b", "c"]) await addBranch(id, "s");
    for (const id of ["o", "p"]) await addOrganisation(id, "s");
  });

  it("agree with the rules of one assignment for any history", async () => {
    await plantHistory(rngFrom("figures"));
    const tallies = await readTallies({ organisationId: null, stationId: null }, ASK);
    for (const organisationId of ["o", "p"]) {
      const { expected, done, excused, assignments, people } = tallies.get(organisationId) ?? {};
      expect({
        expected,
        done,
        excused,
        assignments: [...(assignments ?? [])].sort(),
        people: [...(people ?? [])].sort(),
      }).toEqual(await byTheRules(organisationId));
    }
  });
});
/** The same from the rules of domain/assignments, person by person. */
async function byTheRules(organisationId: string) {
  const sums = { expected: 0, done: 0, excused: 0 };
  const [assignments, people] = [new Set<string>(), new Set<string>()];
  const stays = await db().membership.findMany();
  for (const one of await db().assignment.findMany({ include: { assignees: true, results: true } })) {
    const asked = coveredMembers({ ...one, chosen: one.assignees.map((row) => row.memberId) }, stays, ASK.today);
    const day = decisiveDay(one.dueOn, ASK.today);
    const works = { some: { organisationId, since: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] } };
    const here = await db().member.findMany({
      where: { id: { in: asked }, standing: { in: ["full", "probationary"] }, employments: works },
      include: { recalls: { where: { contentId: one.targetId } } },
    });
    const tally = tallyOf(
      here.map(({ id, recalls }) => {
        const row = one.results.find(({ memberId }) => memberId === id);
        const isObjected = row !== undefined && row.objectedAt !== null && row.resolvedAt === null;
        return outcomeOf(
          row ? { ...row, kind: row.kind as "answered", isObjected } : null,
          recalls[0]?.businessDate ?? null,
        );
      }),
    );
    sums.expected += tally.expected;
    sums.done += tally.done;
    sums.excused += tally.excused;
    if (here.length > 0) assignments.add(one.id);
    here.forEach(({ id }) => people.add(id));
  }
  return { ...sums, assignments: [...assignments].sort(), people: [...people].sort() };
}

const MEMBERS = Array.from({ length: 24 }, (_, index) => `m${index}`);

/** People who move about, assignments of both kinds, results of every kind, some of them objected to. */
async function plantHistory(rng: Rng): Promise<void> {
  await plantPeople(rng);
  for (let number = 0; number < 20; number += 1) {
    const chosen = rng.next() < 0.3 ? rng.shuffle(MEMBERS).slice(0, 8) : undefined;
    const dueOn = rng.pick(["2026-10-14", "2026-10-31", "2026-11-21", "2026-11-22", "2026-12-20"]);
    await assign(`a${number}`, { branchId: rng.pick(["b", "c"]), dueOn, ...(chosen ? { chosen } : {}) });
    for (const id of MEMBERS) {
      const kind = rng.pick(["", "answered", "offline", "excused"]);
      const objected = rng.next() < 0.3 && kind !== "answered" ? { objectedAt: new Date() } : {};
      if (kind !== "") await result(`a${number}`, id, kind, objected);
      if (rng.next() < 0.1) await answered(id, `lessons/x/a${number}`);
    }
  }
}

async function plantPeople(rng: Rng): Promise<void> {
  const days = ["2026-09-01", "2026-10-15", "2026-11-01", "2026-11-21", "2026-11-22", "2026-11-23"];
  for (const id of MEMBERS) {
    const standing = rng.pick(["full", "full", "probationary", "applicant"]);
    await db().member.create({ data: { id, name: id, standing, state: "active" } });
    const [leave, work] = [rng.pick(days), rng.pick(days)];
    await db().membership.createMany({
      data: [
        { memberId: id, branchId: rng.pick(["b", "c"]), since: SINCE, until: leave },
        { memberId: id, branchId: rng.pick(["b", "c"]), since: addDays(leave, 1), until: null },
      ],
    });
    await db().employment.createMany({
      data: [
        { memberId: id, organisationId: rng.pick(["o", "p"]), since: SINCE, until: work },
        { memberId: id, organisationId: rng.pick(["o", "p"]), since: addDays(work, 1), until: null },
      ],
    });
  }
}
