import { afterEach, beforeEach, expect, it } from "vitest";
import { verifyArchive } from "@/domain/ranking/verification";
import { awardPoints } from "@/features/points/mutations/award-points";
import { reverseEntry } from "@/features/points/mutations/reverse-entry";
import { answerSeasonObjection } from "@/features/seasons/mutations/answer-season-objection";
import { closeSeason } from "@/features/seasons/mutations/close-season";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { leaveSeason } from "@/features/seasons/mutations/leave-season";
import { objectToSeason } from "@/features/seasons/mutations/object-to-season";
import { findArchive } from "@/features/seasons/queries";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

/** Of the data below, on either engine, for ever: a change of the archive's form needs another number of its format. */
const GOLDEN = "bed2ccaeb4727533fd81f89b0383dcf014e3da6fb4f1050fbb365d97a6ae4b39";

const quarter = "2026Q4";
const salt = "c3".repeat(32);
const objecting = new Date("2027-01-04T04:00:00Z");
const settling = new Date("2027-01-07T16:30:00Z");
const late = new Date("2027-08-01T04:00:00Z");
const at = (day: string) => new Date(`${day}T04:00:00Z`);

const close = (now = settling) => closeSeason({ quarter, salt, now });
const pay = (memberId: string, reason: "lesson" | "project" | "daily-entry", source: string, now: Date) =>
  inTransaction((tx) => awardPoints(tx, { memberId, reason, source, now }));

async function prepare(): Promise<void> {
  await addStation("s1");
  for (const id of ["b1", "b2"]) await addBranch(id, "s1");
  await addOrganisation("o1", "s1");
  for (const [index, id] of ["m1", "m2", "m3", "m4", "m5", "m6"].entries()) {
    await addMember({ id, branchId: index % 2 === 0 ? "b1" : "b2", ...(index < 4 ? { organisationId: "o1" } : {}) });
    await joinSeason({ own: { memberId: id }, quarter, showName: index === 0, now: at("2026-10-09") });
    for (let lesson = 0; lesson <= index % 3; lesson += 1) {
      await pay(id, "lesson", `lessons/a/0${lesson}`, at(`2026-10-1${lesson}`));
    }
  }
  await addMember({ id: "outside", branchId: "b1" });
  await pay("outside", "project", "p1", at("2026-11-01"));
  await pay("m2", "project", "p1", at("2026-11-02"));
  const wrong = await db().pointsEntry.findFirstOrThrow({ where: { memberId: "m2", reason: "project" } });
  await inTransaction((tx) => reverseEntry(tx, { entryId: wrong.id, now: at("2026-12-01") }));
  await leaveSeason({ own: { memberId: "m6" }, quarter });
  const made = await objectToSeason({
    own: { memberId: "m5" },
    quarter,
    about: "points",
    text: "示例异议",
    now: objecting,
  });
  const objectionId = made.ok ? made.id : "";
  const act = { actorId: "outside", memberId: "m5", points: 3, now: objecting };
  await answerSeasonObjection({ objectionId, answer: "示例答复", ...act });
}

describeOnBothEngines("the golden digest of a quarter", () => {
  beforeEach(prepare);
  afterEach(async () => {
    await db().season.deleteMany();
    await db().pointsEntry.deleteMany();
    await db().member.deleteMany();
    await db().branch.deleteMany();
    await db().organisation.deleteMany();
    await db().station.deleteMany();
    forgetRemembered();
  });

  it("is that of the archive, from which every sum and place follows", async () => {
    expect((await close()).digest).toBe(GOLDEN);
    const text = (await findArchive(quarter))?.archive ?? "";
    expect(sha256Hex(text)).toBe(GOLDEN);
    expect(verifyArchive(text)).toEqual([]);
    expect(text.match(/^place/gmu)).toHaveLength(5);
  });

  it("comes out of a closing done twice, with other points in between", async () => {
    await close();
    await pay("m1", "lesson", "lessons/late", at("2026-12-30"));
    expect(await close(late)).toMatchObject({ digest: GOLDEN, isFirst: false, people: 5 });
  });

  it("comes out of a closing months late", async () => {
    expect(await close(late)).toMatchObject({ digest: GOLDEN, isFirst: true });
  });

  it("comes out of many closings at once while points of the next quarter, and of others, arrive", async () => {
    const arriving = ["m1", "m2", "m3", "outside"].flatMap((memberId) => [
      pay(memberId, "lesson", "lessons/a/09", settling),
      pay(memberId, "daily-entry", "daily/01-08@2027", settling),
    ]);
    const others = ["1", "2"].map((source) => pay("outside", "project", `late${source}`, at("2026-12-30")));
    const closed = await Promise.all([close(), close(late), close(), close(late)]);
    await Promise.all([...arriving, ...others]);
    expect(closed.map(({ digest }) => digest)).toEqual([GOLDEN, GOLDEN, GOLDEN, GOLDEN]);
    expect(closed.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect((await db().season.findUniqueOrThrow({ where: { quarter } })).digest).toBe(GOLDEN);
  });
});
