import { beforeAll, expect, it } from "vitest";
import { awardPoints } from "@/features/points/mutations/award-points";
import { reverseEntry } from "@/features/points/mutations/reverse-entry";
import { findAward, listOwnEntries } from "@/features/points/queries";
import { db, inTransaction } from "@/lib/db";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOON = new Date("2026-11-21T04:00:00Z");

const pay = (
  memberId: string,
  source: string,
  more: { reason?: "lesson" | "practice-quiz" | "sharing-post"; now?: Date } = {},
) => inTransaction((tx) => awardPoints(tx, { memberId, reason: "lesson", source, now: NOON, ...more }));
const reverse = (entryId: string) => inTransaction((tx) => reverseEntry(tx, { entryId, now: NOON }));
const entriesOf = (memberId: string) =>
  db().pointsEntry.findMany({ where: { memberId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
const totalOf = async (memberId: string) =>
  (await db().pointsTotal.findMany({ where: { memberId } })).reduce((sum, row) => sum + row.total, 0);

describeOnBothEngines("paying a deed", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    await addOrganisation("o1", "s1");
  });

  it("records what the table says, on the business day, at the place of that day", async () => {
    await addMember({ id: "placed", branchId: "b1", organisationId: "o1" });
    expect(await pay("placed", "lessons/a/01", { now: new Date("2026-12-31T16:30:00Z") })).toEqual({ value: 2 });
    expect(await entriesOf("placed")).toMatchObject([
      {
        ...{ reason: "lesson", source: "lessons/a/01", value: 2, businessDate: "2027-01-01", quarter: "2027Q1" },
        ...{ tableVersion: "2026Q4", branchId: "b1", organisationId: "o1", reversesId: null },
      },
    ]);
  });

  it("takes the place of the day the person has moved on", async () => {
    await addBranch("b2", "s1");
    await addMember({ id: "moved" });
    await db().membership.createMany({
      data: [
        { memberId: "moved", branchId: "b1", since: "2026-01-01", until: "2026-11-20" },
        { memberId: "moved", branchId: "b2", since: "2026-11-21" },
      ],
    });
    await pay("moved", "x", { now: new Date("2026-11-20T15:59:00Z") });
    await pay("moved", "y", { now: new Date("2026-11-20T16:00:00Z") });
    expect((await entriesOf("moved")).map((entry) => entry.branchId)).toEqual(["b1", "b2"]);
  });

  it("answers a repeat with the first value and pays once", async () => {
    await addMember({ id: "again" });
    expect(await pay("again", "lessons/a/01")).toEqual({ value: 2 });
    expect(await pay("again", "lessons/a/01", { now: new Date("2026-11-25T04:00:00Z") })).toEqual({ value: 2 });
    expect(await totalOf("again")).toBe(2);
  });

  it("stops at the cap of the day, says why, and writes nothing for 0", async () => {
    await addMember({ id: "capped" });
    for (const source of ["1", "2", "3"]) await pay("capped", source);
    expect(await pay("capped", "4")).toEqual({ value: 0, because: "“课程学习”每天最多6分，已到上限。" });
    expect(await entriesOf("capped")).toHaveLength(3);
    expect(await pay("capped", "4", { now: new Date("2026-11-21T16:00:00Z") })).toEqual({ value: 2 });
    const own = { memberId: "capped" };
    expect(await findAward(own, { reason: "lesson", source: "4", at: NOON })).toEqual({
      value: 2,
      because: "“课程学习”每天最多6分，已到上限。",
    });
  });

  it("counts the week as one at the turn of the quarter, also when the earlier day is paid later", async () => {
    await addMember({ id: "turning", branchId: "b1", organisationId: "o1" });
    const share = (source: string, now: string) =>
      pay("turning", source, { reason: "sharing-post", now: new Date(now) });
    expect(await share("p1", "2027-01-01T04:00:00Z")).toEqual({ value: 3 });
    expect(await share("p2", "2026-12-31T04:00:00Z")).toMatchObject({ value: 0 });
    expect(await share("p3", "2026-12-27T04:00:00Z")).toEqual({ value: 3 });
  });

  it("never passes a cap when twelve deeds arrive at once", async () => {
    await addMember({ id: "rush" });
    const paid = await Promise.all(Array.from({ length: 12 }, (_, index) => pay("rush", `lesson-${index}`)));
    expect(paid.reduce((sum, award) => sum + award.value, 0)).toBe(6);
    expect(await entriesOf("rush")).toHaveLength(3);
    expect(await totalOf("rush")).toBe(6);
  });

  it("pays one deed once when it arrives eight times at once", async () => {
    await addMember({ id: "doubled" });
    const paid = await Promise.all(Array.from({ length: 8 }, () => pay("doubled", "same")));
    expect(paid.map((award) => award.value)).toEqual(Array.from({ length: 8 }, () => 2));
    expect(await entriesOf("doubled")).toHaveLength(1);
  });

  it("leaves nothing behind when the caller's transaction fails", async () => {
    await addMember({ id: "rolled" });
    const failing = inTransaction(async (tx) => {
      await awardPoints(tx, { memberId: "rolled", reason: "lesson", source: "x", now: NOON });
      throw new Error("later step");
    });
    await expect(failing).rejects.toThrow("later step");
    expect(await entriesOf("rolled")).toEqual([]);
    expect(await totalOf("rolled")).toBe(0);
  });

  it("refuses somebody who does not exist", async () => {
    await expect(pay("nobody", "x")).rejects.toThrow(RangeError);
  });

  it("takes an entry back once, however often, and opens the cap of its day", async () => {
    await addMember({ id: "back" });
    for (const source of ["1", "2", "3"]) await pay("back", source);
    const [first] = await entriesOf("back");
    const id = first?.id ?? "";
    expect(await Promise.all([reverse(id), reverse(id), reverse(id)])).toEqual(
      Array.from({ length: 3 }, () => ({ value: -2 })),
    );
    expect(await totalOf("back")).toBe(4);
    expect(await pay("back", "4")).toEqual({ value: 2 });
    expect(await pay("back", "1")).toEqual({ value: 2 });
    expect(await totalOf("back")).toBe(6);
    const reversal = (await entriesOf("back")).find((entry) => entry.reversesId !== null);
    await expect(reverse(reversal?.id ?? "")).rejects.toThrow(RangeError);
    await expect(reverse("unknown")).rejects.toThrow(RangeError);
  });

  it("lists the ledger newest first with the sum at every line, across pages and quarters", async () => {
    await addMember({ id: "reader" });
    await addMember({ id: "other" });
    const at = (text: string) => ({ now: new Date(text) });
    await pay("reader", "1", at("2026-12-30T04:00:00Z"));
    await pay("reader", "2", at("2026-12-31T04:00:00Z"));
    await pay("other", "2", at("2026-12-31T04:00:00Z"));
    await pay("reader", "3", at("2027-01-01T04:00:00Z"));
    await pay("reader", "4", at("2027-01-01T04:00:00Z"));
    const seen: [string, number][] = [];
    let after: Parameters<typeof listOwnEntries>[1]["after"] = null;
    do {
      const page = await listOwnEntries({ memberId: "reader" }, { after, limit: 2 });
      seen.push(...page.rows.map((row): [string, number] => [row.quarter, row.quarterSum]));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([
      ["2027Q1", 4],
      ["2027Q1", 2],
      ["2026Q4", 4],
      ["2026Q4", 2],
    ]);
  });
});
