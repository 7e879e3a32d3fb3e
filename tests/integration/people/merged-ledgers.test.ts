import fc from "fast-check";
import { expect, it } from "vitest";
import { REASONS } from "@/domain/points/table";
import { mergeMembers } from "@/features/merges/mutations/merge-members";
import { previewMerge } from "@/features/merges/queries";
import { awardPoints } from "@/features/points/mutations/award-points";
import { rebuildTotals } from "@/features/points/mutations/rebuild-totals";
import { reverseEntry } from "@/features/points/mutations/reverse-entry";
import { verifyLedger } from "@/features/points/mutations/verify-ledger";
import { db, inTransaction } from "@/lib/db";
import { makePerson } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

/** Around a quarter's end and Shanghai midnight. */
const TIMES = ["2026-12-30T04:00:00Z", "2026-12-31T15:59:59.999Z", "2026-12-31T16:00:00.000Z"];
const now = new Date("2027-01-05T04:00:00Z");

const deed = fc.record({
  isKept: fc.boolean(),
  reason: fc.constantFrom(...REASONS),
  source: fc.nat({ max: 4 }),
  time: fc.nat({ max: TIMES.length - 1 }),
  value: fc.integer({ min: -4, max: 20 }),
  isTakenBack: fc.boolean(),
});

const sumOf = async (memberId: string) =>
  (await db().pointsTotal.findMany({ where: { memberId } })).reduce((sum, row) => sum + row.total, 0);

describeOnBothEngines("ledgers of random histories", () => {
  it("are sound before and after a merge, and the sum is what the preview said", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const [kept, gone] = [await makePerson(null), await makePerson(null)];
        for (const { isKept, reason, source, time, value, isTakenBack } of deeds) {
          const { memberId } = isKept ? kept : gone;
          const award = { memberId, reason, source: `s${source}`, now: new Date(TIMES[time] ?? 0), value };
          await inTransaction((tx) => awardPoints(tx, award));
          const paid = await db().pointsEntry.findFirst({ where: { memberId, reason, source: `s${source}` } });
          if (paid && isTakenBack) await inTransaction((tx) => reverseEntry(tx, { entryId: paid.id, now }));
        }
        expect((await verifyLedger()).faults).toEqual([]);
        const pair = { keptId: kept.memberId, goneId: gone.memberId };
        const [before, preview] = [
          (await sumOf(pair.keptId)) + (await sumOf(pair.goneId)),
          await previewMerge(pair, now),
        ];
        expect(await mergeMembers({ ...pair, actorId: kept.memberId, now })).toEqual({ ok: true, lost: preview?.lost });
        expect((await verifyLedger()).faults).toEqual([]);
        expect((await rebuildTotals()).mended).toBe(0);
        expect([await sumOf(pair.keptId), await sumOf(pair.goneId)]).toEqual([preview?.after, 0]);
        expect(preview?.after).toBe(before - (preview?.lost ?? 0));
        await db().pointsEntry.deleteMany({ where: { reversesId: { not: null } } });
        await db().pointsEntry.deleteMany();
        await db().pointsTotal.deleteMany();
      }),
      { numRuns: 12 },
    );
  });
});
