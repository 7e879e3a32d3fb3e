import fc from "fast-check";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { REASONS } from "@/domain/points/table";
import { compareTotals, totals } from "@/domain/points/ledger";
import { awardPoints } from "@/features/points/mutations/award-points";
import { rebuildTotals } from "@/features/points/mutations/rebuild-totals";
import { reverseEntry } from "@/features/points/mutations/reverse-entry";
import { verifyLedger } from "@/features/points/mutations/verify-ledger";
import { db, inTransaction } from "@/lib/db";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const MEMBERS = ["m0", "m1", "m2"];
/** Two days around a quarter's end, one of them around Shanghai midnight. */
const TIMES = ["2026-12-31T15:59:59.999Z", "2026-12-31T16:00:00.000Z", "2026-12-30T04:00:00Z"];

type Step =
  | { kind: "award"; member: number; reason: number; source: number; time: number; value: number }
  | { kind: "reverse"; nth: number }
  | { kind: "rebuild" };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant("award" as const),
        member: fc.nat({ max: 2 }),
        reason: fc.nat({ max: REASONS.length - 1 }),
        source: fc.nat({ max: 5 }),
        time: fc.nat({ max: TIMES.length - 1 }),
        value: fc.integer({ min: -4, max: 20 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("reverse" as const), nth: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("rebuild" as const) }) },
  ),
  { maxLength: 30 },
);

async function run(step: Step): Promise<void> {
  if (step.kind === "rebuild") await rebuildTotals();
  else if (step.kind === "award") {
    await inTransaction((tx) =>
      awardPoints(tx, {
        ...{
          memberId: MEMBERS[step.member] ?? "",
          reason: REASONS[step.reason] ?? "lesson",
          source: `s${step.source}`,
        },
        ...{ now: new Date(TIMES[step.time] ?? 0), value: step.value },
      }),
    );
  } else {
    const originals = await db().pointsEntry.findMany({ where: { reversesId: null }, orderBy: { id: "asc" } });
    const entry = originals[step.nth % Math.max(1, originals.length)];
    if (entry) await inTransaction((tx) => reverseEntry(tx, { entryId: entry.id, now: new Date(TIMES[1] ?? 0) }));
  }
}

const differences = async () =>
  compareTotals({
    ledger: totals(await db().pointsEntry.findMany()),
    cached: await db().pointsTotal.findMany(),
  });

describeOnBothEngines("the cached sums", () => {
  beforeAll(async () => {
    for (const id of MEMBERS) await addMember({ id });
  });
  beforeEach(async () => {
    await db().pointsTotal.deleteMany();
    await db().pointsEntry.deleteMany();
  });

  it("equal the ledger after any interleaving of awards, reversals and rebuilds, several at a time", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (list, width) => {
        await db().pointsTotal.deleteMany();
        await db().pointsEntry.deleteMany();
        for (let at = 0; at < list.length; at += width) await Promise.all(list.slice(at, at + width).map(run));
        expect(await differences()).toEqual([]);
        expect((await verifyLedger()).faults).toEqual([]);
        const live = await db().pointsTotal.findMany();
        expect((await rebuildTotals()).mended).toBe(0);
        expect(await db().pointsTotal.findMany()).toEqual(live);
      }),
      { numRuns: 15 },
    );
  });

  it("are found wrong, mended, and right afterwards", async () => {
    const award = (memberId: string, source: string) =>
      inTransaction((tx) => awardPoints(tx, { memberId, reason: "lesson", source, now: new Date(TIMES[2] ?? 0) }));
    for (const source of ["1", "2"]) await award("m0", source);
    await award("m1", "1");
    await db().pointsTotal.updateMany({ where: { memberId: "m0" }, data: { total: 5 } });
    await db().pointsTotal.create({ data: { memberId: "m2", quarter: "2026Q4", reason: "lesson", total: 9 } });
    await db().pointsTotal.deleteMany({ where: { memberId: "m1" } });
    expect(await verifyLedger()).toEqual({
      people: 3,
      entries: 3,
      faults: [
        "m0，2026Q4，lesson：流水合计4分，汇总表5分。",
        "m1，2026Q4，lesson：流水合计2分，汇总表没有这一行。",
        "m2，2026Q4，lesson：流水合计没有这一行，汇总表9分。",
      ],
    });
    expect(await rebuildTotals()).toEqual({ people: 3, mended: 3 });
    expect((await verifyLedger()).faults).toEqual([]);
    expect(await rebuildTotals()).toEqual({ people: 2, mended: 0 });
  });

  it("are not trusted where the ledger itself was tampered with", async () => {
    await inTransaction((tx) =>
      awardPoints(tx, { memberId: "m0", reason: "lesson", source: "1", now: new Date(TIMES[2] ?? 0) }),
    );
    await db().pointsEntry.updateMany({ data: { value: 8 } });
    await rebuildTotals();
    expect((await verifyLedger()).faults).toEqual(["m0，课程学习，2026-12-30：合计8分，超过上限6分。"]);
  });
});
