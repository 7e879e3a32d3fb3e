import { beforeAll, describe, expect, test, vi } from "vitest";
import { DELETE as leaveRoute } from "@/app/api/v1/seasons/[quarter]/entry/route";
import { issueCertificates } from "@/features/certificates/mutations/issue-certificates";
import { loadCertificate } from "@/features/certificates/loaders";
import { certificateItem } from "@/features/certificates/view";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { mergeMembers } from "@/features/merges/mutations/merge-members";
import { awardPoints } from "@/features/points/mutations/award-points";
import { closeSeason } from "@/features/seasons/mutations/close-season";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { db, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { callRoute } from "@/tests/support/api-calls";
import { describeOnBothEngines } from "@/tests/support/database";

const AFTER = new Date("2027-01-12T04:00:00Z");
const NOW = vi.hoisted(() => ({ value: new Date("2027-01-12T04:00:00Z") }));
vi.mock("@/lib/clock", () => ({ now: () => NOW.value }));

const DURING = new Date("2026-11-21T04:00:00Z");
const DAY_MS = 86_400_000;
const QUARTER = "2026Q4";
const given = (memberId: string) => {
  forgetRemembered();
  return issueCertificates({ memberId }, AFTER);
};
const kindsOf = async (memberId: string) =>
  (await given(memberId)).map(({ kind, place, revokedReason }) => [kind, place, revokedReason]);
const idOf = async (memberId: string): Promise<string> => (await given(memberId))[0]?.id ?? "";

/** One who joined, with so many lessons done, one a day. */
async function join(id: string, lessons: number, showName = false): Promise<void> {
  await addMember({ id, name: `李示例${id}` });
  await joinSeason({ own: { memberId: id }, quarter: QUARTER, showName, now: DURING });
  for (let at = 0; at < lessons; at += 1) {
    const [source, day] = [`lessons/${String(at)}`, new Date(DURING.getTime() - at * DAY_MS)];
    await inTransaction((tx) => awardPoints(tx, { memberId: id, reason: "lesson", source, now: day }));
  }
}

describeOnBothEngines("certificates of a season", () => {
  beforeAll(async () => {
    await addMember({ id: "boss" });
    const people = ["one", "two", "leaver", "mover", "mover-shown", "kept", "gone", "lone-kept", "lone-gone"];
    for (const [at, id] of people.entries()) await join(id, 12 - at, id === "mover-shown");
    await join("nothing", 0);
    await db().member.update({ where: { id: "lone-kept" }, data: { name: "李示例同一人" } });
    await db().seasonEntry.deleteMany({ where: { memberId: "lone-kept" } });
  });

  test("are given for the top of the settled list, and not before it is settled", async () => {
    expect(await kindsOf("one")).toEqual([]);
    await closeSeason({ quarter: QUARTER, salt: "5a".repeat(32), now: AFTER });
    expect(await kindsOf("one")).toEqual([["season", 1, null]]);
    expect(await kindsOf("one")).toEqual([["season", 1, null]]);
    expect(await kindsOf("nothing")).toEqual([]);
    expect(await kindsOf("boss")).toEqual([]);
    const [certificate] = await given("one");
    expect(certificate && certificateItem(certificate)).toMatchObject({
      ...{ occasion: "2026年第四季度积分大赢家", result: expect.stringMatching(/^第一名，\d+分$/) as string },
    });
  });

  test("five at once make one", async () => {
    await Promise.all(Array.from({ length: 5 }, () => given("two")));
    expect(await db().certificate.count({ where: { memberId: "two" } })).toBe(1);
  });

  test("leaving the season takes it back", async () => {
    const id = await idOf("leaver");
    expect(await loadCertificate(id)).toMatchObject({ state: "genuine", name: "李*" });
    const call = { cookie: await cookieOf("leaver"), method: "DELETE", path: `/seasons/${QUARTER}/entry` } as const;
    expect((await callRoute(leaveRoute, call, { quarter: QUARTER })).status).toBe(200);
    expect(await db().certificate.findUniqueOrThrow({ where: { id } })).toMatchObject({ revokedReason: "left" });
    expect(await kindsOf("leaver")).toEqual([["season", 3, "left"]]);
  });

  test("leaving the zone takes the name away, not what was earned", async () => {
    for (const memberId of ["mover", "mover-shown"]) {
      const id = await idOf(memberId);
      expect(await leaveZone({ memberId, on: "2027-01-12", actorId: "boss", now: AFTER })).toEqual({ ok: true });
      forgetRemembered();
      expect(await loadCertificate(id)).toMatchObject({ state: "genuine", name: "李*" });
    }
  });

  describe("when two accounts become one", () => {
    const merge = (keptId: string, goneId: string) => mergeMembers({ keptId, goneId, actorId: "boss", now: AFTER });

    test("the kept one's stands and the other is taken back", async () => {
      const [kept, gone] = [await idOf("kept"), await idOf("gone")];
      expect(await merge("kept", "gone")).toMatchObject({ ok: true });
      expect((await given("kept")).map((each) => [each.id, each.revokedAt])).toEqual([[kept, null]]);
      expect(await loadCertificate(gone)).toMatchObject({
        state: "revoked",
        revoked: { why: "同一个人的两个账号合并了，以另一份证书为准" },
      });
    });

    test("what only the other had moves, and still holds", async () => {
      const id = await idOf("lone-gone");
      expect(await merge("lone-kept", "lone-gone")).toMatchObject({ ok: true });
      expect((await given("lone-kept")).map((each) => [each.id, each.revokedAt])).toEqual([[id, null]]);
      expect(await loadCertificate(id)).toMatchObject({ state: "genuine" });
    });
  });
});
