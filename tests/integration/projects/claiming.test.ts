import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as ownClaims } from "@/app/api/v1/me/claims/route";
import { withdrawProject } from "@/features/projects/mutations/moderate-project";
import { purgeContacts } from "@/features/projects/mutations/purge-contacts";
import { db } from "@/lib/db";
import { MARKERS, propose, publish, versionOf } from "@/tests/factories/projects";
import { addMember } from "@/tests/factories/small-zone";
import { callRoute } from "@/tests/support/api-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";
import {
  addPeople,
  clock,
  cookie,
  decide,
  doClaim,
  doComplete,
  doLook,
  doNote,
  doWithdraw,
  later,
  points,
  START,
  startAnew,
  stateOf,
} from "./claim-calls";

describeOnBothEngines("claiming a volunteer project", () => {
  beforeAll(addPeople);
  beforeEach(startAnew);

  it("the first has the place, the second waits, a repeat finds the claim of the first time", async () => {
    const id = await publish("s1", { now: START });
    const first = await doClaim("anna", id);
    expect(first).toMatchObject({ status: 201, claim: { state: "held", ahead: 0, as: "member" } });
    expect(await doClaim("bella", id)).toMatchObject({ status: 201, claim: { state: "waiting", ahead: 1 } });
    expect(await doClaim("anna", id)).toMatchObject({ status: 200, claim: { id: first.claim.id } });
    expect(await db().projectClaim.count()).toBe(2);
  });

  it("what is not published cannot be claimed and is not there; what has ended says so", async () => {
    const id = await propose("s1");
    expect((await doClaim("anna", id)).status).toBe(404);
    expect((await doClaim("anna", "nothing")).status).toBe(404);
    const gone = await publish("s1");
    const version = await versionOf(gone);
    await withdrawProject({ projectId: gone, version, actorId: "first", reason: "不办了", now: START });
    expect((await doClaim("anna", gone)).status).toBe(409);
  });

  it("200 at once: one winner, the rest in the order of arrival, nobody twice", async () => {
    const id = await publish("s1", { now: START });
    const crowd = Array.from({ length: 200 }, (_, at) => `crowd${at}`);
    for (const memberId of crowd) {
      if ((await db().member.count({ where: { id: memberId } })) === 0) await addMember({ id: memberId });
      await cookie(memberId);
    }
    const replies = await Promise.all(crowd.map((memberId) => doClaim(memberId, id)));
    expect(replies.map(({ status }) => status)).toEqual(crowd.map(() => 201));
    const rows = await db().projectClaim.findMany({ orderBy: { ticket: "asc" } });
    expect(rows.map(({ ticket }) => ticket)).toEqual(crowd.map((_, at) => at + 1));
    expect(rows.map(({ state }) => state)).toEqual(crowd.map((_, at) => (at === 0 ? "held" : "waiting")));
    expect(rows.filter(({ holderOf }) => holderOf === id)).toHaveLength(1);
    expect(new Set(rows.map(({ claimantId }) => claimantId)).size).toBe(200);
    // The place goes from one to the next in exactly that order, also when two leave at once.
    const [one, two, three] = rows;
    if (!one || !two || !three) throw new Error("too few");
    await Promise.all([doWithdraw(one.claimantId, one.id), doWithdraw(two.claimantId, two.id)]);
    const held = await db().projectClaim.findMany({ where: { holderOf: id } });
    expect(held.map((row) => [row.id, row.state])).toEqual([[three.id, "held"]]);
  });

  it("a double tap is one claim", async () => {
    const id = await publish("s1");
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => doClaim("anna", id)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(await db().projectClaim.count()).toBe(1);
  });

  describe("in the name of a place", () => {
    it("the secretary claims for the branch, the party worker for the organisation", async () => {
      const id = await publish("s1");
      const branch = await doClaim("secretary", id, { as: "branch", placeId: "b1" });
      expect(branch).toMatchObject({ status: 201, claim: { as: "branch", claimant: "示例支部b1", state: "held" } });
      const organisation = await doClaim("worker", id, { as: "organisation", placeId: "o1" });
      expect(organisation).toMatchObject({ status: 201, claim: { as: "organisation", state: "waiting" } });
      expect((await doClaim("secretary", id)).claim).toMatchObject({ as: "member", ahead: 2 });
    });
    it.each([
      ["a member", "anna", { as: "branch", placeId: "b1" }],
      ["a secretary of another branch", "secretary", { as: "branch", placeId: "b2" }],
      ["a secretary for the organisation", "secretary", { as: "organisation", placeId: "o1" }],
      ["somebody for a place that is not there", "worker", { as: "organisation", placeId: "nothing" }],
    ])("%s does not", async (_who, memberId, body) => {
      expect((await doClaim(memberId, await publish("s1"), body)).status).toBe(404);
      expect(await db().projectClaim.count()).toBe(0);
    });
    it("whose term is over sees the claim no more, and nothing of the contact", async () => {
      const { claim: made } = await doClaim("secretary", await publish("s1"), { as: "branch", placeId: "b1" });
      await decide(made.id, "approve");
      expect((await doLook("secretary", made.id)).status).toBe(200);
      await db().roleGrant.updateMany({ where: { memberId: "secretary" }, data: { until: "2026-11-21" } });
      expect((await doLook("secretary", made.id)).status).toBe(404);
      await db().roleGrant.updateMany({ where: { memberId: "secretary" }, data: { until: null } });
    });
  });

  describe("from the assent to the thanks", () => {
    const approved = async (memberId = "anna") => {
      const projectId = await publish("s1", { now: START });
      const { claim: made } = await doClaim(memberId, projectId);
      await decide(made.id, "approve");
      return { projectId, claimId: made.id };
    };

    it("shows the contact to the approved claimant alone, and writes down each look", async () => {
      const projectId = await publish("s1", { now: START });
      const [mine, waiting] = [(await doClaim("anna", projectId)).claim, (await doClaim("bella", projectId)).claim];
      expect((await doLook("anna", mine.id)).status).toBe(409);
      await decide(mine.id, "approve");
      for (const [who, id, status] of [
        ["bella", mine.id, 404],
        ["bella", waiting.id, 409],
        ["clara", mine.id, 404],
      ] as const) {
        const refusal = await doLook(who, id);
        expect(refusal.status).toBe(status);
        for (const marker of Object.values(MARKERS)) expect(refusal.text).not.toContain(marker);
      }
      expect((await doLook("anna", mine.id)).text).toContain(MARKERS.phone);
      expect((await doLook("anna", mine.id)).text).toContain(MARKERS.address);
      const looks = { where: { action: "project.contact.look", actorId: "anna", subjectId: projectId } };
      expect(await db().auditEntry.count(looks)).toBe(2);
    });

    it("is done, confirmed, thanked, and paid once", async () => {
      const { projectId, claimId } = await approved();
      const waiting = (await doClaim("bella", projectId)).claim.id;
      expect((await doNote("anna", claimId)).claim.notes).toHaveLength(1);
      expect((await doNote("anna", claimId)).claim.notes).toHaveLength(1);
      expect((await doComplete("anna", claimId)).claim).toMatchObject({ state: "done", completion: "送到了" });
      expect((await doComplete("anna", claimId)).claim).toMatchObject({ state: "done", completion: "送到了" });
      const other = await doComplete("anna", claimId, "再报一次");
      expect([other.status, other.text]).toEqual([409, expect.stringContaining("写的是“送到了”")]);
      const both = await Promise.all([decide(claimId, "confirm"), decide(claimId, "confirm")]);
      expect(both).toEqual([{ ok: true }, { ok: true }]);
      expect(await points("anna")).toEqual([{ value: 10, source: `project:${projectId}` }]);
      const own = await callRoute(ownClaims, { path: "/me/claims", cookie: await cookie("anna") }, {});
      await expectConforms("readOwnClaims", own.status, own.body);
      expect(own.body).toMatchObject({ claims: [{ state: "confirmed", thanks: "示例的话", pointsAwarded: 10 }] });
      expect(await stateOf(waiting)).toBe("closed");
      expect((await doLook("anna", claimId)).status).toBe(409);
      expect(await purgeContacts(later(29))).toBe(0);
      expect(await purgeContacts(later(30))).toBe(1);
    });

    it("a note sent again is one; other words under its key are refused and not taken for kept", async () => {
      const { claimId } = await approved();
      for (const status of [200, 200]) expect((await doNote("anna", claimId)).status).toBe(status);
      const other = await doNote("anna", claimId, "note-key-1", "约好了，周六去");
      expect(other.status).toBe(409);
      expect(other.text).toContain("没有记");
      const { claim: now } = await doNote("anna", claimId, "note-key-2", "约好了，周六去");
      expect(now.notes.map(({ text }) => text)).toEqual(["约好了", "约好了，周六去"]);
    });

    it("the fourth project of a quarter brings no more points, and is confirmed all the same", async () => {
      for (let at = 0; at < 4; at += 1) {
        const { claimId } = await approved();
        await doComplete("anna", claimId);
        expect(await decide(claimId, "confirm")).toEqual({ ok: true });
      }
      expect((await points("anna")).map(({ value }) => value)).toEqual([10, 10, 10]);
    });

    it("a branch's project is confirmed without points for anybody", async () => {
      const { claim: made } = await doClaim("secretary", await publish("s1"), { as: "branch", placeId: "b1" });
      await decide(made.id, "approve");
      await doComplete("secretary", made.id);
      await decide(made.id, "confirm");
      expect(await stateOf(made.id)).toBe("confirmed");
      expect(await points("secretary")).toEqual([]);
    });

    it("nobody decides on their own claim", async () => {
      const { claim: made } = await doClaim("anna", await publish("s1"));
      expect(await decide(made.id, "approve", "anna")).toMatchObject({ ok: false, reason: "refused" });
      expect(await stateOf(made.id)).toBe("held");
    });

    it("what is called done may be sent back, with time to do it", async () => {
      const { claimId } = await approved();
      clock.value = later(29);
      await doComplete("anna", claimId);
      expect(await decide(claimId, "reopen")).toEqual({ ok: true });
      const { claim: again } = await doNote("anna", claimId);
      expect(again).toMatchObject({ state: "approved", reason: "示例的话", dueOn: "2027-01-04" });
    });

    it("steps that are not open are refused with a sentence, and nothing changes", async () => {
      const { claim: held } = await doClaim("anna", await publish("s1"));
      for (const refused of [await doNote("anna", held.id), await doComplete("anna", held.id)]) {
        expect(refused.status).toBe(409);
        expect(refused.text).toContain("还在等工作站同意");
      }
      expect(await decide(held.id, "confirm")).toMatchObject({ ok: false });
      for (const act of [doWithdraw, doNote, doComplete]) expect((await act("bella", held.id)).status).toBe(404);
      expect(await stateOf(held.id)).toBe("held");
    });

    it("a contact that is gone has to be recorded anew before the next is approved", async () => {
      const projectId = await publish("s1", { now: START });
      await purgeContacts(later(180));
      const { claim: made } = await doClaim("anna", projectId);
      expect(await decide(made.id, "approve")).toMatchObject({ ok: false, reason: "refused" });
    });
  });

  it("a refused claimant leaves the place to the next, and may claim again at the end of the list", async () => {
    const id = await publish("s1");
    const [first, second] = [(await doClaim("anna", id)).claim.id, (await doClaim("bella", id)).claim.id];
    await decide(first, "refuse");
    expect([await stateOf(first), await stateOf(second)]).toEqual(["refused", "held"]);
    expect((await doClaim("anna", id)).claim).toMatchObject({ state: "waiting", ahead: 1 });
  });

  it("a project that is taken back closes every claim on it", async () => {
    const id = await publish("s1");
    const ids = [(await doClaim("anna", id)).claim.id, (await doClaim("bella", id)).claim.id];
    await withdrawProject({
      projectId: id,
      version: await versionOf(id),
      actorId: "first",
      reason: "不办了",
      now: START,
    });
    expect(await Promise.all(ids.map(stateOf))).toEqual(["closed", "closed"]);
    expect(await db().projectClaim.count({ where: { holderOf: { not: null } } })).toBe(0);
  });
});
