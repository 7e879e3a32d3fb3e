import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { keepBrowser, removeBrowser } from "@/features/channels/mutations/keep-browser";
import { turnChannel } from "@/features/channels/mutations/turn-channel";
import { sendDeliveries } from "@/jobs/send-deliveries";
import { db } from "@/lib/db";
import type { Post } from "@/lib/delivery/post";
import { vapidKeys } from "@/lib/delivery/vapid";
import { webPushChannel } from "@/lib/delivery/web-push";
import { forgetKeys } from "@/lib/keys";
import { dropSingleton, singleton } from "@/lib/singleton";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addMail, addRobot, after, enqueue, fakeChannel, NOW, rows, send } from "./scene";

type Got = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A push service on this machine, which answers as told. */
let service: Server;
let port = 0;
let status = 201;
const got: Got[] = [];

/** A push service that takes the call and never answers, until the test lets it go. */
const asked: string[] = [];
let silence = Promise.resolve();
let letGo = (): void => undefined;

/** The real channel; only that `https://push.example` stands on this machine is pretended. */
const post: Post = async ({ url, body, headers }) => {
  if (url.startsWith("https://silent.example/")) {
    asked.push(url);
    await silence;
    throw new Error("timeout");
  }
  const local = url.replace("https://push.example", `http://127.0.0.1:${port}`);
  const reply = await fetch(local, {
    method: "POST",
    body: new Uint8Array(Buffer.from(body)),
    headers: { ...headers },
  });
  return { status: reply.status, retryAfterSeconds: null, text: await reply.text() };
};

const channels = () => ({
  "web-push": webPushChannel({ post, keys: vapidKeys(), publicUrl: "https://learn.example" }),
});

/** A browser with keys of its own. */
function browser(name: string) {
  const curve = createECDH("prime256v1");
  curve.generateKeys();
  const auth = randomBytes(16);
  return {
    endpoint: `https://push.example/${name}`,
    ...{ p256dh: curve.getPublicKey().toString("base64url"), auth: auth.toString("base64url") },
    read: (body: Buffer) => decrypted(body, curve, auth),
  };
}

/** RFC 8291: what the browser makes of the bytes it is given. */
function decrypted(body: Buffer, curve: ReturnType<typeof createECDH>, auth: Buffer): unknown {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), curve.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync("sha256", curve.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: nonce\0", 12));
  const sealed = body.subarray(21 + idLength);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString("utf8"));
}

/** RFC 8292: is the request signed by the key that the browser was told? */
function isSigned({ headers }: Got): boolean {
  const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? "") ?? [];
  const raw = Buffer.from(key, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: raw.toString("base64url", 1, 33), y: raw.toString("base64url", 33, 65) };
  const [head = "", claims = "", signature = ""] = token.split(".");
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  const options = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
  const isOurs = key === vapidKeys().publicKey;
  return isOurs && verify("sha256", Buffer.from(`${head}.${claims}`), options, Buffer.from(signature, "base64url"));
}

const keep = (memberId: string, { endpoint, p256dh, auth }: ReturnType<typeof browser>) =>
  keepBrowser({ memberId, endpoint, p256dh, auth, now: NOW });

describeOnBothEngines("Web Push", () => {
  beforeAll(async () => {
    service = createServer((request, reply) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        got.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) });
        reply.writeHead(status).end();
      });
    });
    await new Promise<void>((ready) => service.listen(0, "127.0.0.1", ready));
    port = (service.address() as AddressInfo).port;
    await addStation("s1");
    await addBranch("b1", "s1");
    for (const id of ["anna", "bo"]) await addMember({ id, branchId: "b1" });
  });
  afterAll(() => new Promise<void>((done) => service.close(() => done())));
  afterEach(() => {
    vi.useRealTimers();
    for (const name of ["delivery-channels", "delivery-lanes"]) dropSingleton(name);
  });

  beforeEach(async () => {
    for (const table of [
      "delivery",
      "notice",
      "pushBrowser",
      "channelSetting",
      "jobLease",
      "robot",
      "emailAddress",
    ] as const) {
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
    }
    dropSingleton("rate-window.push-browser");
    got.length = 0;
    asked.length = 0;
    status = 201;
    silence = new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });

  it("reaches every browser of the person, sealed for it alone and signed with the installation's key", async () => {
    const [phone, desk] = [browser("phone"), browser("desk")];
    await keep("anna", phone);
    await keep("anna", desk);
    await enqueue({ memberIds: ["anna", "bo"] });
    expect(await send(channels(), NOW)).toBe(2);
    const one = got.find(({ path }) => path === "/phone");
    if (one === undefined) throw new Error("nothing came");
    expect(one.body.includes("示例")).toBe(false);
    expect(phone.read(one.body)).toEqual({
      ...{ title: "示例提醒", body: "示例内容", url: "https://learn.example/me/assignments" },
    });
    expect(() => desk.read(one.body)).toThrow();
    expect(one.headers).toMatchObject({ ttl: "43200", "content-encoding": "aes128gcm" });
    expect(isSigned(one)).toBe(true);
  });

  it("forgets a browser that has gone, at once and without a word", async () => {
    await keep("anna", browser("phone"));
    await enqueue({ memberIds: ["anna"] });
    status = 410;
    await send(channels(), NOW);
    expect(await db().pushBrowser.count()).toBe(0);
    expect(await rows()).toMatchObject([{ state: "dead" }]);
    expect(await db().notice.count({ where: { kind: "channel" } })).toBe(0);
  });

  it("is tried again when the push service is out of order; one browser finds that out, and for the others", async () => {
    await keep("anna", browser("phone"));
    await keep("bo", browser("other"));
    await enqueue({ memberIds: ["anna", "bo"] });
    status = 503;
    expect(await send(channels(), NOW)).toBe(0);
    expect(await send(channels(), after(59))).toBe(0);
    expect(got).toHaveLength(1);
    status = 201;
    expect(await send(channels(), after(60))).toBe(2);
    expect((await rows()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  it("waits for a service that keeps silent with nothing else: other browsers, robots and mail get theirs", async () => {
    for (const name of ["one", "two", "three"]) {
      await keep("anna", { ...browser(name), endpoint: `https://silent.example/${name}` });
    }
    await keep("bo", browser("phone"));
    await addMail("anna");
    await addRobot("r1", "b1");
    const [email, wecom] = [fakeChannel(), fakeChannel()];
    singleton("delivery-channels", () => ({ ...channels(), email, wecom }));
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    await enqueue({ memberIds: ["anna", "bo"], branchId: "b1" });
    await sendDeliveries();
    const reached = () => expect.poll(() => [got.length, email.got.length, wecom.got.length]);
    await reached().toEqual([1, 1, 1]);
    await enqueue({ key: "k2", memberIds: ["anna", "bo"], branchId: "b1" });
    await sendDeliveries();
    await reached().toEqual([2, 2, 2]);
    expect(asked).toHaveLength(1);
    letGo();
    await expect.poll(() => singleton("delivery-lanes", () => new Set()).size).toBe(0);
    expect(asked).toHaveLength(1);
  });

  it("is switched off after five lost in a row, also by a service that is down, and its owner told once", async () => {
    await keep("anna", browser("phone"));
    status = 403;
    for (let at = 1; at <= 4; at += 1) await enqueue({ key: `k${at}`, memberIds: ["anna"] });
    await send(channels(), NOW);
    const told = () => db().notice.findMany({ where: { kind: "channel" }, select: { memberId: true, href: true } });
    expect([await db().pushBrowser.count(), await told()]).toEqual([1, []]);
    status = 503;
    await enqueue({ key: "k5", memberIds: ["anna"] });
    // Due before the next one, which an outage would otherwise let go first and rest the lane for it.
    const earlier = new Date(NOW.getTime() - 1_000);
    await db().delivery.updateMany({ where: { state: "queued" }, data: { attempts: 5, nextAt: earlier } });
    await enqueue({ key: "k6", memberIds: ["anna"] });
    await send(channels(), NOW);
    await send(channels(), after(60));
    expect([await db().pushBrowser.count(), await told()]).toEqual([0, [{ memberId: "anna", href: "/me/channels" }]]);
  });

  it("never takes a bad key of one browser for a fault of its service", async () => {
    await keep("anna", { ...browser("bad"), p256dh: "B".repeat(87) });
    await keep("bo", browser("phone"));
    await enqueue({ memberIds: ["anna", "bo"] });
    expect(await send(channels(), NOW)).toBe(1);
    expect((await db().pushBrowser.findMany()).map(({ memberId }) => memberId)).toEqual(["bo"]);
  });

  describe("a browser", () => {
    it("belongs to whoever asked last, and is kept encrypted", async () => {
      const shared = browser("shared");
      await keep("anna", shared);
      await keep("bo", shared);
      await keep("bo", shared);
      const kept = await db().pushBrowser.findMany();
      expect(kept.map(({ memberId }) => memberId)).toEqual(["bo"]);
      expect(JSON.stringify(kept)).not.toContain("push.example");
      await removeBrowser({ memberId: "anna", endpoint: shared.endpoint });
      expect(await db().pushBrowser.count()).toBe(1);
      await removeBrowser({ memberId: "bo", endpoint: shared.endpoint });
      expect(await db().pushBrowser.count()).toBe(0);
    });

    it("stays silent when the person has turned the channel off", async () => {
      await keep("anna", browser("phone"));
      await turnChannel({ memberId: "anna", channel: "web-push", to: "off", now: NOW });
      await enqueue({ memberIds: ["anna"] });
      expect(await rows()).toEqual([]);
    });
  });

  it("has the same key in every process and after every start", () => {
    const first = vapidKeys();
    forgetKeys();
    expect(vapidKeys()).toEqual(first);
    expect(Buffer.from(first.publicKey, "base64url")).toHaveLength(65);
  });
});
