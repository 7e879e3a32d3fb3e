import { afterEach, beforeEach, expect, it } from "vitest";
import { ledgerFaults } from "@/domain/points/verification";
import { closeSeasonJob } from "@/jobs/close-season";
import { announceSeasonJob } from "@/jobs/announce-season";
import { publishSeasonJob } from "@/jobs/publish-season";
import { awardPoints } from "@/features/points/mutations/award-points";
import { listEntries } from "@/features/points/queries";
import { answerSeasonObjection } from "@/features/seasons/mutations/answer-season-objection";
import { closeSeason } from "@/features/seasons/mutations/close-season";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { makeArchive } from "@/features/seasons/mutations/make-archive";
import { leaveSeason } from "@/features/seasons/mutations/leave-season";
import { objectToSeason } from "@/features/seasons/mutations/object-to-season";
import {
  findArchive,
  getStandings,
  listObjections,
  listOwnObjections,
  listUnsettledQuarters,
} from "@/features/seasons/queries";
import { openObjection, seasonView } from "@/features/seasons/view";
import type { ZoneScope } from "@/features/access/types";
import { db, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const quarter = "2026Q4";
const during = new Date("2026-11-21T04:00:00Z");
const objecting = new Date("2027-01-04T04:00:00Z");
const settling = new Date("2027-01-07T16:30:00Z");
const later = new Date("2027-01-10T16:30:00Z");

const object = (memberId: string, now = objecting, about: "points" | "place" = "points") =>
  objectToSeason({ own: { memberId }, quarter, about, text: "示例：少记了一课", now });
const idOf = async (memberId: string): Promise<string> => {
  const made = await object(memberId);
  return made.ok ? made.id : "";
};
const answer = (objectionId: string, points: number | null, memberId = "m1", actorId = "officer") =>
  answerSeasonObjection({ objectionId, answer: "示例答复", memberId, points, actorId, now: objecting });
async function waitingFor(actorId: string) {
  forgetRemembered();
  const season = await getStandings(quarter, objecting);
  const [row] = await listObjections({ stationId: null } as ZoneScope, "open");
  return row === undefined ? null : openObjection(row, season, actorId);
}
const close = (now: Date) => closeSeason({ quarter, salt: "5a".repeat(32), now });
const notes = async (memberId: string) =>
  (await db().notice.findMany({ where: { memberId }, orderBy: { key: "asc" } })).map(({ key }) => key);
async function viewOf(memberId: string, now: Date) {
  forgetRemembered();
  const season = await getStandings(quarter, now);
  const viewer = { memberId, branchId: null, organisationId: null };
  return seasonView({ season, viewer, entry: { showName: false }, sums: new Map() });
}

describeOnBothEngines("a quarter that stands for objection", () => {
  beforeEach(async () => {
    for (const id of ["m1", "m2", "outside", "officer"]) await addMember({ id });
    for (const memberId of ["m1", "m2"]) {
      await joinSeason({ own: { memberId }, quarter, showName: false, now: during });
      await inTransaction((tx) => awardPoints(tx, { memberId, reason: "lesson", source: "lessons/a/01", now: during }));
    }
  });
  afterEach(async () => {
    await db().season.deleteMany();
    await db().auditEntry.deleteMany();
    await db().pointsEntry.deleteMany();
    await db().member.deleteMany();
    await db().branch.deleteMany();
    await db().station.deleteMany();
    forgetRemembered();
  });

  it("takes objections from the quarter's end for five working days, of those who joined", async () => {
    expect(await object("m1", new Date("2026-12-31T15:59:59.999Z"))).toEqual({ ok: false, reason: "before" });
    expect(await object("outside")).toEqual({ ok: false, reason: "not-joined" });
    expect(await object("m1", new Date("2026-12-31T16:00:00Z"))).toMatchObject({ ok: true });
    expect(await object("m2", new Date("2027-01-07T15:59:59.999Z"), "place")).toMatchObject({ ok: true });
    expect(await object("m2", new Date("2027-01-07T16:00:00Z"))).toEqual({ ok: false, reason: "over" });
    const view = await viewOf("m1", objecting);
    expect(view).toMatchObject({ state: "ended", own: { place: 1 }, top: [{ place: 1 }, { place: 1 }] });
    expect(view.objection).toEqual({
      ...{ from: "2027-01-01", until: "2027-01-07", settlesOn: "2027-01-08", isKnown: false, stage: "taking" },
      ...{ open: 2, answered: 0, corrected: 0 },
    });
  });

  it("has the boards that will be settled: places are those of the last day, though names go by today's branch", async () => {
    await addStation("s1");
    for (const id of ["b1", "b2"]) await addBranch(id, "s1");
    const people = Array.from({ length: 6 }, (_, at) => `p${at}`);
    for (const memberId of people) {
      await addMember({ id: memberId, branchId: "b1" });
      await joinSeason({ own: { memberId }, quarter, showName: false, now: during });
    }
    for (const memberId of people.slice(1)) {
      await db().membership.updateMany({ where: { memberId }, data: { until: "2026-12-31" } });
      await db().membership.create({ data: { memberId, branchId: "b2", since: "2027-01-01" } });
    }
    forgetRemembered();
    const season = await getStandings(quarter, objecting);
    expect(season.state).toBe("ended");
    expect(season.boards).toEqual((await makeArchive({ quarter, salt: "5a".repeat(32) })).boards);
    expect(season.boards.branch).toMatchObject([{ kind: "unit", id: "b1", people: 6 }]);
    const placeOf = (id: string) => season.joined.find(({ memberId }) => memberId === id)?.branchId;
    expect([placeOf("p0"), placeOf("p1")]).toEqual(["b1", "b2"]);
  });

  it("has one open objection a person, of many sent at once", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => object("m1")));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(made.flatMap((one) => (one.ok ? [] : [one.reason])))).toEqual(new Set(["open"]));
    const [{ id = "" } = {}] = await listOwnObjections({ memberId: "m1" }, quarter);
    expect(await answer(id, null)).toMatchObject({ ok: true });
    expect(await object("m1")).toMatchObject({ ok: true });
  });

  it("is not settled while an objection waits, and settled the night after the last answer, whatever the day", async () => {
    const id = await idOf("m1");
    await expect(close(settling)).rejects.toThrow("还有异议没有答复");
    expect(await closeSeasonJob.run(settling)).toBe("2026年第四季度有1条异议没有答复，先不结算");
    expect(await db().season.count()).toBe(0);
    await answer(id, null);
    expect(await closeSeasonJob.run(objecting)).toBe("2026年第四季度还在公示");
    expect(await listUnsettledQuarters(later)).toEqual([quarter]);
    expect(await closeSeasonJob.run(later)).toBe("2026年第四季度已结算，2人参加");
    expect(await closeSeasonJob.run(later)).toBe("没有要结算的季度");
    expect(await listUnsettledQuarters(during)).toEqual([]);
    expect((await viewOf("m1", later)).objection).toMatchObject({ stage: "over", open: 0, answered: 1 });
  });

  it("enters a correction into the ledger once, under the quarter, and into list and archive", async () => {
    const id = await idOf("m1");
    const answers = await Promise.all([answer(id, 3), answer(id, 3), answer(id, 3)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const entries = await inTransaction((tx) => listEntries(tx, "m1"));
    const corrections = entries.filter((entry) => entry.reason === "correction");
    expect(corrections).toMatchObject([
      { value: 3, quarter, businessDate: "2026-12-31", source: `season-objection:${id}` },
    ]);
    expect(ledgerFaults(entries)).toEqual([]);
    const view = await viewOf("m2", objecting);
    expect(view.top.map(({ place, points }) => [place, points])).toEqual([
      [1, 5],
      [2, 2],
    ]);
    expect(view.objection).toMatchObject({ answered: 1, corrected: 1 });
    await close(settling);
    expect((await findArchive(quarter))?.archive).toContain("2026-12-31\tcorrection\tcorrection\t3\n");
    const acts = await db().auditEntry.findMany({ where: { actorId: "officer" }, orderBy: { action: "asc" } });
    expect(acts.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["season.answer", "m1"],
      ["season.correct", "m1"],
    ]);
  });

  it("corrects somebody else where a place was wrong, and tells both", async () => {
    const made = await object("m1", objecting, "place");
    expect(await answer(made.ok ? made.id : "", -2, "m2")).toMatchObject({ ok: true });
    expect((await viewOf("m1", objecting)).top).toHaveLength(1);
    expect(await notes("m1")).toEqual([`season-objection:${made.ok ? made.id : ""}`]);
    expect(await notes("m2")).toEqual([`season-correction:${made.ok ? made.id : ""}`]);
    const leads = await db().notice.findMany({ orderBy: { memberId: "asc" }, select: { href: true } });
    expect(leads.map(({ href }) => href)).toEqual([`/seasons/${quarter}`, "/me/points"]);
  });

  it("refuses a correction below zero, or of somebody outside the race, and then answers nothing", async () => {
    const id = await idOf("m1");
    await expect(answer(id, -3)).rejects.toThrow("只有2分");
    await expect(answer(id, 3, "outside")).rejects.toThrow("已经不在这一季");
    expect(await listOwnObjections({ memberId: "m1" }, quarter)).toMatchObject([{ answer: "", correction: null }]);
    expect(await db().notice.count()).toBe(0);
    expect(await db().auditEntry.count({ where: { actorId: "officer" } })).toBe(0);
    expect(await answer("none", null)).toEqual({ ok: false, reason: "unknown" });
  });

  it("is not answered by whoever objected, who finds out why instead of a form", async () => {
    const id = await idOf("m1");
    for (const points of [3, null]) await expect(answer(id, points, "m1", "m1")).rejects.toThrow("你自己的异议");
    expect(await listOwnObjections({ memberId: "m1" }, quarter)).toMatchObject([{ answer: "", correction: null }]);
    expect(await db().pointsEntry.count({ where: { reason: "correction" } })).toBe(0);
    expect((await waitingFor("m1"))?.whyNot).toContain("由另一位同志");
    expect((await waitingFor("officer"))?.whyNot).toBeNull();
  });

  it("brings nobody a correction by their own hand, and may be answered by them without one", async () => {
    const id = await idOf("m1");
    await expect(answer(id, 3, "m2", "m2")).rejects.toThrow("你自己的积分");
    expect(await db().pointsEntry.count({ where: { reason: "correction" } })).toBe(0);
    expect((await waitingFor("m2"))?.people.map(({ value }) => value)).toEqual(["m1"]);
    expect((await waitingFor("officer"))?.people.map(({ value }) => value)).toEqual(["m1", "m2"]);
    expect(await answer(id, null, "m2", "m2")).toMatchObject({ ok: true });
  });

  it("waits for nobody who left the race", async () => {
    await object("m1");
    await leaveSeason({ own: { memberId: "m1" }, quarter });
    expect(await close(settling)).toMatchObject({ isFirst: true, people: 1 });
  });

  it("is told to those who joined, once, when it begins and when it is settled", async () => {
    for (let run = 0; run < 2; run += 1) await publishSeasonJob.run(objecting);
    expect(await notes("m1")).toEqual([`season-objection-period:${quarter}`]);
    expect(await announceSeasonJob.run(objecting)).toBe("没有新结算的季度");
    await close(settling);
    for (let run = 0; run < 2; run += 1) await announceSeasonJob.run(later);
    expect(await notes("m2")).toEqual([`season-objection-period:${quarter}`, `season-result:${quarter}`]);
    expect(await notes("outside")).toEqual([]);
    expect(await publishSeasonJob.run(later)).toContain("公示期已经过了");
  });

  it("is told outside of the product by day alone, and its objections only while they are taken", async () => {
    await db().emailAddress.create({ data: { memberId: "m1", cipher: "x", confirmedAt: during, createdAt: during } });
    const midnight = new Date("2027-01-04T16:00:00Z");
    await publishSeasonJob.run(midnight);
    await close(settling);
    await announceSeasonJob.run(new Date("2027-01-08T15:00:00Z"));
    const rows = await db().delivery.findMany({ orderBy: { createdAt: "asc" }, select: { nextAt: true, until: true } });
    expect(rows).toEqual([
      { nextAt: new Date("2027-01-04T23:30:00Z"), until: new Date("2027-01-07T13:30:00Z") },
      { nextAt: new Date("2027-01-08T23:30:00Z"), until: null },
    ]);
    expect(await notes("m1")).toHaveLength(2);
    await db().delivery.deleteMany();
  });
});
