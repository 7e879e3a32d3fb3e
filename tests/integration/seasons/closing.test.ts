import { afterEach, beforeEach, expect, it } from "vitest";
import { verifyArchive } from "@/domain/ranking/verification";
import { awardPoints } from "@/features/points/mutations/award-points";
import { reverseEntry } from "@/features/points/mutations/reverse-entry";
import { closeSeason } from "@/features/seasons/mutations/close-season";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { leaveSeason } from "@/features/seasons/mutations/leave-season";
import { findArchive, getStandings, listClosedQuarters } from "@/features/seasons/queries";
import { seasonView } from "@/features/seasons/view";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const QUARTER = "2026Q4";
const SALT = "5a".repeat(32);
const DURING = new Date("2026-11-21T04:00:00Z");
/** After five working days for objections. */
const AFTER = new Date("2027-01-09T04:00:00Z");

const pay = (memberId: string, reason: "lesson" | "project", source: string, now = DURING) =>
  inTransaction((tx) => awardPoints(tx, { memberId, reason, source, now }));
const join = (memberId: string, showName = false) =>
  joinSeason({ own: { memberId }, quarter: QUARTER, showName, now: DURING });
const leave = (memberId: string) => leaveSeason({ own: { memberId }, quarter: QUARTER });
const close = (salt = SALT, now = AFTER) => closeSeason({ quarter: QUARTER, salt, now });
const archive = async () => (await findArchive(QUARTER))?.archive ?? "";
async function viewOf(memberId: string) {
  forgetRemembered();
  const season = await getStandings(QUARTER, AFTER);
  const viewer = { memberId, branchId: "b1", organisationId: null };
  return seasonView({ season, viewer, entry: null, sums: new Map() });
}

describeOnBothEngines("settling a quarter", () => {
  beforeEach(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    await addOrganisation("o1", "s1");
    for (const id of ["m1", "m2", "m3"]) await addMember({ id, name: `王${id}`, branchId: "b1", organisationId: "o1" });
    await addMember({ id: "m4", name: "李没有单位" });
    await addMember({ id: "outside", name: "褚不参加", branchId: "b1" });
    for (const id of ["m1", "m2", "m3", "m4"]) await join(id, id === "m2");
    await pay("m1", "project", "secret-wish");
    await pay("m1", "lesson", "lessons/a/01");
    await pay("m2", "lesson", "lessons/a/01");
    await pay("m3", "lesson", "lessons/a/01", new Date("2026-12-31T15:59:59.999Z"));
    await pay("m3", "lesson", "lessons/a/02", new Date("2026-12-31T16:00:00.000Z"));
    await pay("outside", "project", "big");
  });
  afterEach(async () => {
    await db().season.deleteMany();
    await db().seasonEntry.deleteMany();
    await db().pointsEntry.deleteMany();
    await db().member.deleteMany();
    await db().branch.deleteMany();
    await db().organisation.deleteMany();
    await db().station.deleteMany();
    forgetRemembered();
  });

  it("is refused while the quarter lasts, to its last millisecond in Shanghai, and while it stands for objection", async () => {
    await expect(close(SALT, new Date("2026-12-31T15:59:59.999Z"))).rejects.toThrow("还没有结束");
    await expect(close(SALT, new Date("2026-12-31T16:00:00.000Z"))).rejects.toThrow("还在公示");
    await expect(close(SALT, new Date("2027-01-07T16:29:59.999Z"))).rejects.toThrow("还在公示");
    expect(await db().season.count()).toBe(0);
    expect(await close(SALT, new Date("2027-01-07T16:30:00.000Z"))).toMatchObject({ isFirst: true });
  });

  it("gives one text and one digest for the same data, salt and clock on both engines", async () => {
    const entry = await db().pointsEntry.findFirstOrThrow({ where: { memberId: "m1", reason: "lesson" } });
    await inTransaction((tx) => reverseEntry(tx, { entryId: entry.id, now: AFTER }));
    const season = await close();
    expect(await archive()).toMatchInlineSnapshot(`
      "zhijian-ketang-season	1	2026Q4	2026Q4	4	5
      entry	p1q3rx7ys03a5	2026-11-21	lesson	lesson	2
      entry	p1q3rx7ys03a5	2026-11-21	lesson	reversal	-2
      entry	p1q3rx7ys03a5	2026-11-21	project	project	10
      entry	p5g8f6wm5fk7w	2026-12-31	lesson	lesson	2
      entry	pe7q5j8wa9wr6	2026-11-21	lesson	lesson	2
      place	p1q3rx7ys03a5	10	1	bt2ekyfz3ejvh	om2fh9adc71pw
      place	p4psz1dzatabg	0	4	-	-
      place	p5g8f6wm5fk7w	2	2	bt2ekyfz3ejvh	om2fh9adc71pw
      place	pe7q5j8wa9wr6	2	2	bt2ekyfz3ejvh	om2fh9adc71pw
      "
    `);
    expect(season).toEqual({ quarter: QUARTER, closedAt: AFTER, people: 4, isFirst: true, digest: season.digest });
    expect(season.digest).toMatchInlineSnapshot(`"b3bad9d6e8a0df033ef0b505ddd59193be34c3c8d388cfa102961575bdc545db"`);
    expect(season.digest).toBe(sha256Hex(await archive()));
    expect(verifyArchive(await archive())).toEqual([]);
  });

  it("holds those who joined alone, and no id, name, time or source", async () => {
    await close();
    const text = await archive();
    for (const mark of ["outside", "m1", "王", "b1", "o1", "secret-wish", "lessons/", "T04:00", "15:59"]) {
      expect(text).not.toContain(mark);
    }
    expect(text.match(/^place/gmu)).toHaveLength(4);
    const { text: shown } = { text: JSON.stringify(await viewOf("m1")) };
    expect(shown).not.toContain("褚");
  });

  it("has the first result when it is done again, with another salt and more points in the ledger", async () => {
    const first = await close();
    const text = await archive();
    await pay("m1", "lesson", "late", new Date("2026-12-31T15:00:00Z"));
    expect(await close("77".repeat(32), new Date("2027-02-01T04:00:00Z"))).toEqual({ ...first, isFirst: false });
    expect(await archive()).toBe(text);
    expect(await db().seasonPlace.count()).toBe(4);
    expect(await listClosedQuarters()).toEqual([QUARTER]);
  });

  it("has one result when it is done four times at once while points arrive", async () => {
    const arriving = ["1", "2", "3"].map((source) => pay("m2", "project", source, new Date("2026-12-31T15:00:00Z")));
    const closed = await Promise.all([close(), close("77".repeat(32)), close("88".repeat(32)), close()]);
    await Promise.all(arriving);
    expect(closed.filter((season) => season.isFirst)).toHaveLength(1);
    expect(new Set(closed.map((season) => season.digest)).size).toBe(1);
    expect(await db().seasonPlace.count()).toBe(4);
    expect(await db().seasonPlace.count({ where: { memberId: null } })).toBe(0);
    expect(await db().season.findFirstOrThrow()).toMatchObject({ salt: null });
    expect(verifyArchive(await archive())).toEqual([]);
  });

  it("is completed when it was cut short between the archive and the links", async () => {
    await close();
    const places = await db().seasonPlace.findMany({ orderBy: { pseudonym: "asc" } });
    await db().season.updateMany({ data: { salt: SALT } });
    await db().seasonPlace.deleteMany({ where: { pseudonym: { in: places.slice(1).map((row) => row.pseudonym) } } });
    const gone = places[2]?.memberId ?? "";
    await leave(gone);
    expect(await close("77".repeat(32))).toMatchObject({ isFirst: false, people: 4 });
    const linked = await db().seasonPlace.findMany({ orderBy: { pseudonym: "asc" } });
    expect(linked.map((row) => row.memberId)).toEqual(
      places.map((row) => (row.memberId === gone ? null : row.memberId)),
    );
  });

  it("lets somebody leave afterwards: the archive stands, the name and the link are gone", async () => {
    await close();
    const text = await archive();
    expect(await viewOf("m1")).toMatchObject({ state: "closed", own: { place: 1, points: 12 }, people: 4 });
    await leave("m1");
    await leave("m1");
    expect(await archive()).toBe(text);
    expect(await db().seasonPlace.count({ where: { memberId: "m1" } })).toBe(0);
    const view = await viewOf("m1");
    expect(view).toMatchObject({ own: null, joined: false, people: 4 });
    expect(view.top.map(({ name, points }) => [name, points])).toEqual([
      ["已退出", 12],
      ["王m2", 2],
      ["王m3", 2],
    ]);
  });

  it("keeps its boards as they stood", async () => {
    await addMember({ id: "m5", branchId: "b1", organisationId: "o1" });
    await addMember({ id: "m6", branchId: "b1", organisationId: "o1" });
    for (const id of ["m5", "m6"]) await join(id);
    await close();
    await leave("m1");
    const { boards } = await viewOf("m2");
    expect(boards.branches).toEqual([
      { place: 1, name: "示例支部b1", people: 5, sum: 16, averageHundredths: 320, own: true },
    ]);
  });
});
