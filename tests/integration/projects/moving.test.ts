import { beforeAll, beforeEach, expect, it } from "vitest";
import { moveClaims } from "@/features/projects/mutations/move-claims";
import { db, inTransaction } from "@/lib/db";
import { publish } from "@/tests/factories/projects";
import { describeOnBothEngines } from "@/tests/support/database";
import { addPeople, clock, decide, doClaim, doWithdraw, later, START, startAnew, stateOf } from "./claim-calls";

/** anna's account is merged into bella's. */
const merge = () => inTransaction((tx) => moveClaims(tx, { keptId: "bella", goneId: "anna", now: clock.value }));

const claims = async () =>
  (await db().projectClaim.findMany({ orderBy: [{ projectId: "asc" }, { ticket: "asc" }] })).map(
    ({ claimantId, memberId, state, activeKey, holderOf }) => ({
      ...{ claimantId, memberId, state, isAlive: activeKey !== null, hasPlace: holderOf !== null },
    }),
  );

describeOnBothEngines("the claims of two accounts of one person", () => {
  beforeAll(addPeople);
  beforeEach(startAnew);

  it("become the kept one's, with their state and place; those for a branch keep its name", async () => {
    const [own, place] = [await publish("s1", { now: START }), await publish("s1", { now: START })];
    const { claim } = await doClaim("anna", own);
    await decide(claim.id, "approve");
    const secretary = await doClaim("secretary", place, { as: "branch", placeId: "b1" });
    await db().projectClaim.update({ where: { id: secretary.claim.id }, data: { memberId: "anna" } });
    await merge();
    const rows = await db().projectClaim.findMany({ where: { memberId: "anna" } });
    expect(rows).toEqual([]);
    expect(await db().projectClaim.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({
      ...{ claimantId: "bella", memberId: "bella", state: "approved", holderOf: own },
      activeKey: `${own}:member:bella`,
    });
    const branch = await db().projectClaim.findUniqueOrThrow({ where: { id: secretary.claim.id } });
    expect(branch).toMatchObject({ claimantKind: "branch", claimantId: "b1", memberId: "bella", state: "held" });
    // It is the same person's: claiming again finds it.
    expect(await doClaim("bella", own)).toMatchObject({ status: 200, claim: { id: claim.id } });
  });

  it("both alive on one project: the one with the place stays, whichever account it was", async () => {
    const first = await publish("s1", { now: START });
    await doClaim("anna", first);
    await doClaim("bella", first);
    await doClaim("clara", first);
    await merge();
    expect(await claims()).toEqual([
      { claimantId: "bella", memberId: "bella", state: "held", isAlive: true, hasPlace: true },
      { claimantId: "bella", memberId: "bella", state: "withdrawn", isAlive: false, hasPlace: false },
      { claimantId: "clara", memberId: "clara", state: "waiting", isAlive: true, hasPlace: false },
    ]);
  });

  it("both waiting: the one that came first stays, and nobody else moves up", async () => {
    const projectId = await publish("s1", { now: START });
    const holder = await doClaim("clara", projectId);
    const [older, newer] = [await doClaim("anna", projectId), await doClaim("bella", projectId)];
    clock.value = later(1);
    await merge();
    expect([await stateOf(older.claim.id), await stateOf(newer.claim.id)]).toEqual(["waiting", "withdrawn"]);
    await doWithdraw("clara", holder.claim.id);
    expect(await stateOf(older.claim.id)).toBe("held");
    const told = await db().notice.findMany({ where: { key: `claim:${older.claim.id}:held` } });
    expect(told.map(({ memberId }) => memberId)).toEqual(["bella"]);
  });

  it("what has ended moves as well, and merging again changes nothing", async () => {
    const projectId = await publish("s1", { now: START });
    const { claim } = await doClaim("anna", projectId);
    await doWithdraw("anna", claim.id);
    await merge();
    const once = await claims();
    expect(once).toEqual([
      { claimantId: "bella", memberId: "bella", state: "withdrawn", isAlive: false, hasPlace: false },
    ]);
    await merge();
    expect(await claims()).toEqual(once);
  });
});
