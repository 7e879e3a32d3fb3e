import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { purgeDeliveries } from "@/features/deliveries/mutations/purge-deliveries";
import { claimDelivery } from "@/features/deliveries/mutations/claim-delivery";
import { listDue } from "@/features/deliveries/queries/list-due";
import { turnChannel } from "@/features/channels/mutations/turn-channel";
import { purgePushes } from "@/features/notices/mutations";
import { countUnread } from "@/features/notices/queries";
import { db, inTransaction } from "@/lib/db";
import { dead, delivered, retry } from "@/lib/delivery/channel";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addMail, addRobot, after, enqueue, fakeChannel, message, NOW, rows, send } from "./scene";

describeOnBothEngines("the outbox", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    await addBranch("b2", "s1");
    for (const id of ["anna", "bo", "officer"]) await addMember({ id, branchId: "b1" });
    const grant = { memberId: "officer", role: "study-officer", scopeKind: "branch", scopeId: "b1" };
    await db().roleGrant.create({ data: { ...grant, since: "2020-01-01" } });
  });

  beforeEach(async () => {
    for (const table of ["delivery", "notice", "emailAddress", "robot", "channelSetting", "jobLease"] as const) {
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
    }
  });

  describe("a message", () => {
    it("reaches the inbox, the mail and the branch's group once, however often it is written", async () => {
      await addMail("anna");
      await addRobot("r1", "b1");
      await addRobot("r2", "b2");
      const written = { memberIds: ["anna", "bo"], branchId: "b1" };
      await Promise.all([enqueue(written), enqueue(written), enqueue(written)]);
      await enqueue(written);
      expect(await db().notice.count()).toBe(2);
      expect((await rows()).map(({ key }) => key)).toEqual(["email:anna:k1", "wecom:r1:k1"]);
      const [email, wecom] = [fakeChannel(), fakeChannel()];
      expect(await send({ email, wecom }, NOW)).toBe(2);
      expect(await send({ email, wecom }, after(600))).toBe(0);
      expect(email.got).toEqual([
        {
          letter: { title: "示例提醒", body: "示例内容", url: "https://learn.example/me/assignments" },
          target: { address: "anna@mail.example" },
        },
      ]);
      expect(wecom.got).toHaveLength(1);
    });

    it("is not there when what caused it was rolled back", async () => {
      await addMail("anna");
      const failing = inTransaction(async (tx) => {
        await enqueueMessages(tx, message({ memberIds: ["anna"] }));
        throw new Error("the cause failed");
      });
      await expect(failing).rejects.toThrow("the cause failed");
      expect([await db().notice.count(), await db().delivery.count()]).toEqual([0, 0]);
    });

    it("sends nothing that was waiting when its owner turned the channel off, and blames no address for it", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      await turnChannel({ memberId: "anna", channel: "email", to: "off", now: NOW });
      const email = fakeChannel();
      expect(await send({ email }, NOW)).toBe(0);
      expect(email.got).toEqual([]);
      expect(await rows()).toMatchObject([{ state: "dead" }]);
      expect(await db().emailAddress.findFirst({ where: { memberId: "anna" } })).toMatchObject({
        failures: 0,
        offAt: null,
      });
      await turnChannel({ memberId: "anna", channel: "email", to: "on", now: NOW });
    });

    it("leaves out a channel that the person has turned off, and only that", async () => {
      await addMail("anna");
      await addMail("bo");
      await turnChannel({ memberId: "anna", channel: "email", to: "off", now: NOW });
      await turnChannel({ memberId: "bo", channel: "inbox", to: "off", now: NOW });
      await enqueue({ memberIds: ["anna", "bo"] });
      expect((await db().notice.findMany()).map(({ memberId }) => memberId)).toEqual(["anna"]);
      expect((await rows()).map(({ key }) => key)).toEqual(["email:bo:k1"]);
      await turnChannel({ memberId: "anna", channel: "email", to: "on", now: NOW });
      await enqueue({ memberIds: ["anna"], key: "k2" });
      expect((await rows()).map(({ key }) => key)).toContain("email:anna:k2");
    });

    it("is not sent when its time is over, and the address is not to blame", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"], until: after(60) });
      const email = fakeChannel();
      expect(await send({ email }, after(61))).toBe(0);
      expect(await rows()).toMatchObject([{ state: "dead" }]);
      expect(await db().emailAddress.findFirstOrThrow()).toMatchObject({ failures: 0 });
      expect(email.got).toEqual([]);
    });
  });

  describe("a failure", () => {
    it("is tried again after growing pauses and given up after the sixth try", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      const email = fakeChannel(() => retry("示例故障"));
      const tries: number[] = [];
      for (let minute = 0; minute < 400; minute += 1) {
        const before = email.got.length;
        await send({ email }, after(minute * 60));
        if (email.got.length > before) tries.push(minute);
      }
      expect(tries).toEqual([0, 1, 6, 21, 81, 261]);
      expect(await rows()).toEqual([{ key: "email:anna:k1", state: "failed", attempts: 6 }]);
      expect(await db().delivery.findFirstOrThrow()).toMatchObject({ lastError: "示例故障" });
    });

    it("of one channel holds up no other", async () => {
      await addMail("anna");
      await addRobot("r1", "b1");
      await addRobot("r2", "b1", "feishu");
      await enqueue({ memberIds: ["anna"], branchId: "b1" });
      let release = (): void => undefined;
      const silent = new Promise<void>((resolve) => {
        release = resolve;
      });
      const feishu = fakeChannel(async () => {
        await silent;
        return retry("没有回音");
      });
      const wecom = fakeChannel(() => {
        throw new Error("broken");
      });
      const email = fakeChannel();
      const sending = send({ email, wecom, feishu }, NOW);
      await expect.poll(async () => (await rows()).find(({ key }) => key === "email:anna:k1")?.state).toBe("sent");
      release();
      expect(await sending).toBe(1);
    });

    it("five times in a row switches a robot off, and those who run the branch are told once", async () => {
      await addRobot("r1", "b1");
      for (let at = 1; at <= 6; at += 1) await enqueue({ key: `k${at}`, branchId: "b1" });
      const wecom = fakeChannel(() => dead("errcode 93000"));
      await send({ wecom }, NOW);
      expect(wecom.got).toHaveLength(5);
      expect(await db().robot.findFirstOrThrow()).toMatchObject({
        failures: 5,
        offAt: NOW,
        offReason: "errcode 93000",
      });
      const told = await db().notice.findMany();
      expect(told.map(({ memberId, href }) => [memberId, href])).toEqual([["officer", "/branch/push"]]);
      await enqueue({ key: "k9", branchId: "b1" });
      expect((await rows()).map(({ key }) => key)).not.toContain("wecom:r1:k9");
    });

    it("of an address that is no more switches it off at once; one in between that arrives clears the count", async () => {
      await addMail("anna");
      await addMail("bo");
      for (let at = 1; at <= 6; at += 1) await enqueue({ key: `k${at}`, memberIds: ["bo"] });
      await enqueue({ key: "k0", memberIds: ["anna"] });
      let count = 0;
      const email = fakeChannel(({ address }) => {
        if (address === "anna@mail.example") return dead("没有这个邮箱", { gone: true });
        count += 1;
        return count === 4 ? delivered : dead("示例退信");
      });
      await send({ email }, NOW);
      expect(await db().emailAddress.findUniqueOrThrow({ where: { memberId: "anna" } })).toMatchObject({ offAt: NOW });
      expect(await db().emailAddress.findUniqueOrThrow({ where: { memberId: "bo" } })).toMatchObject({
        ...{ failures: 2, offAt: null },
      });
      expect(await db().notice.count({ where: { memberId: "anna", kind: "channel" } })).toBe(1);
    });

    it("of the way itself is no fault of the addresses, and the rest of the queue waits", async () => {
      for (const id of ["anna", "bo"]) await addMail(id);
      await enqueue({ memberIds: ["anna", "bo"] });
      const email = fakeChannel(() => retry("连不上邮件服务器", { outage: true }));
      await send({ email }, NOW);
      expect(email.got).toHaveLength(1);
      for (let minute = 1; minute < 800; minute += 1) await send({ email }, after(minute * 60));
      expect((await rows()).map(({ state }) => state)).toEqual(["failed", "failed"]);
      expect((await db().emailAddress.findMany()).map(({ failures }) => failures)).toEqual([0, 0]);
    });
  });

  it("sends a robot no more than twenty in a minute", async () => {
    await addRobot("r1", "b1");
    for (let at = 1; at <= 45; at += 1) await enqueue({ key: `k${at}`, branchId: "b1" });
    const wecom = fakeChannel();
    const counts: number[] = [];
    for (const seconds of [0, 5, 55, 60, 65, 121]) counts.push(await send({ wecom }, after(seconds)));
    expect(counts).toEqual([20, 0, 0, 20, 0, 5]);
  });

  describe("two processes", () => {
    it("that take the same message: one gets it", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      const [due] = await listDue("email", NOW, 10);
      if (due === undefined) throw new Error("nothing due");
      const claims = await Promise.all(Array.from({ length: 8 }, () => claimDelivery(due, NOW)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it("that send at the same time: every message goes out once", async () => {
      for (let at = 1; at <= 15; at += 1) await addRobot(`r${at}`, "b1");
      await enqueue({ branchId: "b1" });
      const wecom = fakeChannel();
      const sent = await Promise.all(["one", "two", "three"].map((holder) => send({ wecom }, NOW, holder)));
      expect(sent.reduce((sum, each) => sum + each, 0)).toBe(15);
      expect(wecom.got).toHaveLength(15);
    });

    it("one killed with a message in hand: the other sends it when the claim has run out", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      const [due] = await listDue("email", NOW, 10);
      if (due === undefined) throw new Error("nothing due");
      await claimDelivery(due, NOW);
      const email = fakeChannel();
      expect(await send({ email }, after(119), "two")).toBe(0);
      expect(await send({ email }, after(120), "two")).toBe(1);
      expect(await rows()).toEqual([{ key: "email:anna:k1", state: "sent", attempts: 2 }]);
    });
  });

  it("forgets what was settled a month ago, and pushes of last week leave the inbox; what waits stays", async () => {
    await addMail("anna");
    await enqueue({ memberIds: ["anna"], key: "old", kind: "push", href: "/daily/11-22" });
    await enqueue({ memberIds: ["anna"], key: "word" });
    await send({ email: fakeChannel() }, NOW);
    await enqueue({ memberIds: ["anna"], key: "waiting" });
    const late = after(31 * 86_400);
    expect(await purgeDeliveries(late)).toBe(2);
    expect((await rows()).map(({ key }) => key)).toEqual(["email:anna:waiting"]);
    expect(await countUnread({ memberId: "anna" }, NOW)).toBe(3);
    expect(await countUnread({ memberId: "anna" }, after(86_400))).toBe(2);
    expect(await purgePushes(late)).toBe(1);
  });
});
