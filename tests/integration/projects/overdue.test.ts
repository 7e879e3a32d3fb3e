import { beforeAll, beforeEach, expect, it } from "vitest";
import { replaceContact } from "@/features/projects/mutations/edit-project";
import { purgeContacts } from "@/features/projects/mutations/purge-contacts";
import { releaseOverdue } from "@/features/projects/mutations/release-overdue";
import { db } from "@/lib/db";
import { contactOn, publish, versionOf } from "@/tests/factories/projects";
import { describeOnBothEngines } from "@/tests/support/database";
import { addPeople, clock, decide, doClaim, doNote, doWithdraw, later, START, startAnew, stateOf } from "./claim-calls";

describeOnBothEngines("a claim on which nothing happens by the date", () => {
  beforeAll(addPeople);
  beforeEach(startAnew);

  const two = async () => {
    const projectId = await publish("s1", { now: START });
    const [first, second] = [(await doClaim("anna", projectId)).claim.id, (await doClaim("bella", projectId)).claim.id];
    await decide(first, "approve");
    return { projectId, first, second };
  };

  it("the claim is released and the next comes in, once", async () => {
    const { projectId, first, second } = await two();
    expect(await releaseOverdue(later(30))).toBe(0);
    expect(await releaseOverdue(later(31))).toBe(1);
    expect(await releaseOverdue(later(31))).toBe(0);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["released", "held"]);
    expect(await db().notice.count({ where: { memberId: "bella", key: `claim:${second}:held` } })).toBe(1);
    expect((await db().project.findUniqueOrThrow({ where: { id: projectId } })).endedOn).toBeNull();
  });

  it("a progress note gives two weeks more", async () => {
    const { first } = await two();
    clock.value = later(28);
    await doNote("anna", first);
    expect(await releaseOverdue(later(42))).toBe(0);
    expect(await releaseOverdue(later(43))).toBe(1);
  });

  it("with nobody to follow the contact goes 30 days later, unless somebody comes", async () => {
    const { first, second } = await two();
    await doWithdraw("bella", second);
    await releaseOverdue(later(31));
    expect(await stateOf(first)).toBe("released");
    expect(await purgeContacts(later(60))).toBe(0);
    clock.value = later(60);
    const [{ id: projectId } = { id: "" }] = await db().project.findMany();
    await doClaim("clara", projectId);
    expect(await purgeContacts(later(61))).toBe(0);
  });

  it("it goes as well when the one who followed leaves before the station assents", async () => {
    const { first, second } = await two();
    clock.value = later(31);
    await releaseOverdue(later(31));
    expect([await stateOf(first), await stateOf(second)]).toEqual(["released", "held"]);
    clock.value = later(40);
    await doWithdraw("bella", second);
    expect(await purgeContacts(later(69))).toBe(0);
    expect(await purgeContacts(later(70))).toBe(1);
  });

  it("it goes as well when the one who came later is refused", async () => {
    const { projectId, second } = await two();
    await doWithdraw("bella", second);
    await releaseOverdue(later(31));
    clock.value = later(45);
    const third = (await doClaim("clara", projectId)).claim.id;
    await decide(third, "refuse");
    expect(await purgeContacts(later(74))).toBe(0);
    expect(await purgeContacts(later(75))).toBe(1);
  });

  it("a contact that was never open to anybody is kept while the project is open", async () => {
    const projectId = await publish("s1", { now: START });
    const { id } = (await doClaim("anna", projectId)).claim;
    await decide(id, "refuse");
    expect(await purgeContacts(later(179))).toBe(0);
    expect(await purgeContacts(later(180))).toBe(1);
  });

  it("a contact with a new consent has a time of its own, whatever the one before had left", async () => {
    const { projectId, second } = await two();
    await doWithdraw("bella", second);
    await releaseOverdue(later(31));
    clock.value = later(70);
    const version = await versionOf(projectId);
    const replaced = { projectId, version, contact: contactOn(clock.value), actorId: "first", now: clock.value };
    expect(await replaceContact(replaced)).toEqual({ ok: true });
    expect(await purgeContacts(later(71))).toBe(0);
    // Whoever saw the one before has not seen this one.
    const third = (await doClaim("clara", projectId)).claim.id;
    await doWithdraw("clara", third);
    expect(await purgeContacts(later(70 + 179))).toBe(0);
    expect(await purgeContacts(later(70 + 180))).toBe(1);
  });

  it("claims of whoever left the zone go to the next", async () => {
    const { first, second } = await two();
    await db().member.update({ where: { id: "anna" }, data: { state: "left" } });
    expect(await releaseOverdue(START)).toBe(1);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["withdrawn", "held"]);
    await db().member.update({ where: { id: "anna" }, data: { state: "active" } });
  });
});
