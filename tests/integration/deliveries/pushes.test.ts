import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setPushHour } from "@/features/pushes/mutations/set-push-hour";
import { writePushes } from "@/features/pushes/mutations/write-pushes";
import { db } from "@/lib/db";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addRobot, fakeChannel, send } from "./scene";

/** An instant of a day that has an entry, by the clock in Shanghai. */
const at = (time: string) => new Date(`2026-11-21T${time}+08:00`);
const receivers = async () =>
  (await db().notice.findMany({ where: { kind: "push" }, orderBy: { memberId: "asc" } })).map(
    ({ memberId }) => memberId,
  );
const hour = (branchId: string, time: string, isOn = true) =>
  setPushHour({ branchId, isOn, at: time, actorId: "officer", now: at("06:00") });

describeOnBothEngines("the daily push", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["b1", "b2"]) await addBranch(id, "s1");
    for (const id of ["anna", "bo"]) await addMember({ id, branchId: "b1" });
    await addMember({ id: "cai", branchId: "b2" });
    await addMember({ id: "gone" });
    await db().membership.create({
      data: { memberId: "gone", branchId: "b1", since: "2020-01-01", until: "2026-11-20" },
    });
    await addMember({ id: "stopped", branchId: "b1" });
    await db().member.update({ where: { id: "stopped" }, data: { state: "inactive" } });
  });

  beforeEach(async () => {
    for (const table of ["push", "pushSetting", "notice", "delivery", "robot", "takedown", "jobLease"] as const) {
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
    }
  });

  it("is written at the branch's hour for everybody who belongs to it, once", async () => {
    await hour("b2", "18:00");
    expect(await writePushes(at("07:29:59"))).toBe(0);
    expect(await writePushes(at("07:30:00"))).toBe(1);
    expect(await receivers()).toEqual(["anna", "bo"]);
    expect(await writePushes(at("07:31:00"))).toBe(0);
    expect(await writePushes(at("18:00:00"))).toBe(1);
    expect(await receivers()).toEqual(["anna", "bo", "cai"]);
    const [first] = await db().notice.findMany({ orderBy: { memberId: "asc" } });
    expect(first).toMatchObject({ href: "/daily/11-21", key: "push:2026-11-21" });
    expect(first?.title).toMatch(/^党史天天谈：.+/);
  });

  it("of two processes at once is written by one", async () => {
    const written = await Promise.all(Array.from({ length: 4 }, () => writePushes(at("08:00:00"))));
    expect(written.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(await receivers()).toEqual(["anna", "bo", "cai"]);
  });

  it("is made up for within three hours and then left out, never at night", async () => {
    expect(await writePushes(at("10:30:59"))).toBe(2);
    await db().push.deleteMany();
    expect(await writePushes(at("10:31:00"))).toBe(0);
    await hour("b1", "21:00");
    expect(await writePushes(at("21:30:00"))).toBe(0);
  });

  it("goes to nobody of a branch that has turned it off, and the choice is in the log", async () => {
    await hour("b1", "07:30", false);
    expect(await writePushes(at("07:30:00"))).toBe(1);
    expect(await receivers()).toEqual(["cai"]);
    const acts = await db().auditEntry.findMany({ where: { action: "push.set", subjectId: "b1" } });
    expect(JSON.parse(acts.at(-1)?.detail ?? "{}")).toEqual({
      before: { pushAt: "07:30" },
      after: { pushAt: "不推送" },
    });
  });

  it("goes to more people than one transaction holds", async () => {
    await addBranch("b3", "s1");
    for (let index = 0; index < 120; index += 1) await addMember({ id: `many${index}`, branchId: "b3" });
    await writePushes(at("07:30:00"));
    expect((await receivers()).filter((id) => id.startsWith("many"))).toHaveLength(120);
  });

  describe("of an entry that is taken down", () => {
    const takeDown = () =>
      db().takedown.create({
        data: { targetKind: "entry", targetId: "daily/11-21", reason: "示例理由", takenById: "officer" },
      });

    it("is not written; restored within its time it is", async () => {
      const { id } = await takeDown();
      expect(await writePushes(at("07:30:00"))).toBe(0);
      await db().takedown.update({ where: { id }, data: { liftedAt: at("08:00") } });
      expect(await writePushes(at("08:01:00"))).toBeGreaterThan(0);
    });

    it("is not sent either when it was on its way already", async () => {
      await addRobot("r1", "b1");
      await writePushes(at("07:30:00"));
      await takeDown();
      const wecom = fakeChannel();
      expect(await send({ wecom }, at("07:31:00"))).toBe(0);
      expect(wecom.got).toEqual([]);
      expect(await db().delivery.findFirstOrThrow()).toMatchObject({ state: "dead", lastError: "内容已撤下，没有发" });
      expect(await db().robot.findFirstOrThrow()).toMatchObject({ failures: 0 });
    });
  });

  it("is not sent after half past nine in the evening", async () => {
    await addRobot("r1", "b1");
    await writePushes(at("07:30:00"));
    const wecom = fakeChannel();
    expect(await send({ wecom }, at("21:30:01"))).toBe(0);
    expect(wecom.got).toEqual([]);
  });
});
