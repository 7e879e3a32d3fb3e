import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OwnScope } from "@/features/access/types";
import { turnChannel } from "@/features/channels/mutations/turn-channel";
import { testOwn } from "@/features/deliveries/mutations/test-own";
import { listOwnLog } from "@/features/deliveries/queries/list-log";
import type { Channels } from "@/features/deliveries/types";
import { sealText, sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { dead, retry } from "@/lib/delivery/channel";
import { addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addMail, after, fakeChannel, NOW } from "./scene";

const own = { memberId: "anna" } as OwnScope;
const test = (channel: "email" | "web-push", channels: Channels, now = NOW) =>
  testOwn({ memberId: "anna", channel, channels, publicUrl: "https://learn.example", now });

async function addBrowser(id: string, memberId: string): Promise<void> {
  const endpoint = `https://push.example/${id}`;
  const cipher = sealText(JSON.stringify({ endpoint, p256dh: "", auth: "" }));
  await db().pushBrowser.create({ data: { id, memberId, endpointHash: sha256Hex(endpoint), cipher, createdAt: NOW } });
}

describeOnBothEngines("a try of one's own channels", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["anna", "berta"]) await addMember({ id });
  });
  beforeEach(async () => {
    for (const table of ["delivery", "emailAddress", "pushBrowser", "channelSetting"] as const)
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
  });

  it("goes to the own address, stands in the own log alone, and is one a minute", async () => {
    await addMail("anna");
    await addMail("berta");
    const email = fakeChannel();
    expect(await test("email", { email })).toEqual({ ok: true, arrived: 1 });
    expect(email.got.map(({ target }) => target)).toEqual([{ address: "anna@mail.example" }]);
    expect(await test("email", { email }, after(59))).toMatchObject({ ok: false });
    expect(email.got).toHaveLength(1);
    expect(await test("email", { email }, after(61))).toMatchObject({ ok: true });
    expect((await listOwnLog(own)).map(({ to, state }) => [to, state])).toEqual([
      ["电子邮件", "sent"],
      ["电子邮件", "sent"],
    ]);
    expect(await listOwnLog({ memberId: "berta" } as OwnScope)).toEqual([]);
  });

  it("goes to every browser of one's own, and says how many it reached", async () => {
    for (const id of ["phone", "desk"]) await addBrowser(id, "anna");
    await addBrowser("other", "berta");
    const push = fakeChannel(({ endpoint }) =>
      endpoint?.endsWith("desk") ? retry("推送服务没有回音") : { state: "delivered" },
    );
    expect(await test("web-push", { "web-push": push })).toEqual({ ok: true, arrived: 1 });
    expect(push.got.map(({ target }) => target["endpoint"]).sort()).toEqual([
      "https://push.example/desk",
      "https://push.example/phone",
    ]);
    expect((await listOwnLog(own)).map(({ lastError }) => lastError).sort()).toEqual(["", "推送服务没有回音"]);
  });

  describe("that does not arrive", () => {
    it("says why and switches nothing off", async () => {
      await addMail("anna");
      const email = fakeChannel(() => dead("邮箱不存在"));
      for (let times = 0; times < 6; times += 1)
        expect(await test("email", { email }, after(times * 61))).toEqual({ ok: false, detail: "邮箱不存在。" });
      expect(await db().emailAddress.findUnique({ where: { memberId: "anna" } })).toMatchObject({ offAt: null });
    });

    it("is not sent where there is no address, or where it was turned off", async () => {
      const email = fakeChannel();
      expect(await test("email", { email })).toMatchObject({ ok: false });
      await addMail("anna");
      await turnChannel({ memberId: "anna", channel: "email", to: "off", now: NOW });
      expect(await test("email", { email })).toMatchObject({ ok: false });
      expect(email.got).toEqual([]);
      expect(await db().delivery.count()).toBe(0);
    });
  });
});
