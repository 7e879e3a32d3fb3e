import { SMTPServer } from "smtp-server";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmEmail, removeEmail, requestEmail } from "@/features/channels/mutations/keep-email";
import { findOwnEmail } from "@/features/channels/queries/own-channels";
import { findMailFault } from "@/features/deliveries/queries/find-mail-fault";
import { mailFault } from "@/features/deliveries/view";
import type { OwnScope, ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";
import { emailChannel } from "@/lib/delivery/email";
import { dropSingleton, singleton } from "@/lib/singleton";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addMail, after, enqueue, NOW, rows, send } from "./scene";

type Mail = { to: string; text: string };
type Refusal = Error & { responseCode: number };

const refusal = (responseCode: number, words: string): Refusal => Object.assign(new Error(words), { responseCode });

/** A mail server on this machine that says what it was told to say. */
async function mailServer(port = 0) {
  const mails: Mail[] = [];
  const say: { toRecipient: Refusal | null; toSender: Refusal | null } = { toRecipient: null, toSender: null };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onMailFrom: (_address, _session, done) => done(say.toSender),
    onRcptTo: (_address, _session, done) => done(say.toRecipient),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? "", text: decoded(Buffer.concat(parts).toString()) });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const address = server.server.address();
  const used = typeof address === "object" && address !== null ? address.port : 0;
  return { mails, say, port: used, close: () => new Promise<void>((done) => server.close(done)) };
}

/** The body of a mail, whichever way it is encoded. */
function decoded(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  return /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : body;
}

const channelOf = (port: number) =>
  emailChannel({
    ...{ host: "127.0.0.1", port, security: "none", user: undefined, password: undefined },
    from: "study@learn.example",
  });

let server: Awaited<ReturnType<typeof mailServer>>;
const own = { memberId: "anna" } as OwnScope;

describeOnBothEngines("e-mail", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    for (const id of ["anna", "bo"]) await addMember({ id, branchId: "b1" });
  });

  beforeEach(async () => {
    for (const table of ["delivery", "notice", "emailAddress", "jobLease"] as const) {
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
    }
    dropSingleton("rate-window.email-code");
    dropSingleton("rate-window.email-code-address");
    server = await mailServer();
  });

  afterEach(() => server.close());

  describe("is sent", () => {
    it("to the confirmed address, with the way to the page and the way to stop it", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      expect(await send({ email: channelOf(server.port) }, NOW)).toBe(1);
      expect(server.mails.map(({ to }) => to)).toEqual(["anna@mail.example"]);
      expect(server.mails[0]?.text).toContain("https://learn.example/me/assignments");
      expect(server.mails[0]?.text).toContain("通知方式");
    });

    it("again when the server was down and has come back", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      const email = channelOf(server.port);
      await server.close();
      expect(await send({ email }, NOW)).toBe(0);
      expect(await rows()).toMatchObject([{ state: "queued", attempts: 1 }]);
      server = await mailServer(server.port);
      expect(await send({ email }, after(59))).toBe(0);
      expect(await send({ email }, after(60))).toBe(1);
      expect(await db().emailAddress.findFirstOrThrow()).toMatchObject({ failures: 0, offAt: null });
    });

    it("later when the server asks for that", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      server.say.toRecipient = refusal(451, "4.7.1 greylisted");
      const email = channelOf(server.port);
      expect(await send({ email }, NOW)).toBe(0);
      server.say.toRecipient = null;
      expect(await send({ email }, after(60))).toBe(1);
    });
  });

  describe("is refused", () => {
    it("for an address that is no more: it is switched off and its owner told in the inbox", async () => {
      await addMail("anna");
      await addMail("bo");
      await enqueue({ memberIds: ["anna"] });
      server.say.toRecipient = refusal(550, "5.1.1 no such user");
      await send({ email: channelOf(server.port) }, NOW);
      expect(await rows()).toMatchObject([{ state: "dead" }]);
      expect(await findOwnEmail(own, NOW)).toMatchObject({ state: "off" });
      expect(await db().notice.count({ where: { memberId: "anna", kind: "channel" } })).toBe(1);
      expect(await db().emailAddress.count({ where: { memberId: "bo", offAt: null } })).toBe(1);
    });

    it("as a message: it is given up and the address stays", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      server.say.toRecipient = refusal(554, "5.7.1 looks like spam");
      await send({ email: channelOf(server.port) }, NOW);
      expect(await rows()).toMatchObject([{ state: "dead" }]);
      expect(await findOwnEmail(own, NOW)).toMatchObject({ state: "in-use" });
    });

    it("as a sender: nobody's address is to blame, it is tried again", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      server.say.toSender = refusal(550, "5.7.1 sender unknown");
      await send({ email: channelOf(server.port) }, NOW);
      expect(await rows()).toMatchObject([{ state: "queued", attempts: 1 }]);
      expect(await db().emailAddress.findFirstOrThrow()).toMatchObject({ failures: 0 });
    });
  });

  describe("that does not leave the server", () => {
    const faultAt = async (seconds: number) =>
      mailFault(await findMailFault({ stationId: null } as ZoneScope, after(seconds)));

    it("is told to those who can mend it and to the log, until one gets through", async () => {
      const logged: [object, string][] = [];
      dropSingleton("logger");
      singleton("logger", () => ({ warn: (...line: [object, string]) => logged.push(line) }));
      await addMail("anna");
      await enqueue({ memberIds: ["anna"], until: after(90) });
      expect(await faultAt(0)).toBeNull();
      server.say.toSender = refusal(550, "5.7.1 study@learn.example unknown");
      const email = channelOf(server.port);
      for (const seconds of [0, 60]) await send({ email }, after(seconds));
      dropSingleton("logger");
      expect(await rows()).toMatchObject([{ state: "failed", attempts: 2 }]);
      const fault = await faultAt(120);
      expect(fault?.title).toBe("邮件发不出去，最近一次是11月22日 08:01。");
      expect(fault?.words).toContain("邮件服务器不收这个发件地址");
      expect(fault?.words).not.toContain("@");
      expect(logged.map(([fields, words]) => [Object.keys(fields), words])).toEqual([
        [["lane", "reason"], "a way out is out of order, what waits for it rests a minute"],
        [["deliveryId", "channel", "kind", "reason"], "a message was given up"],
        [["lane", "reason"], "a way out is out of order, what waits for it rests a minute"],
      ]);
      expect(await faultAt(25 * 3600)).toBeNull();
      server.say.toSender = null;
      await enqueue({ memberIds: ["anna"], key: "k2", now: after(180) });
      expect(await send({ email }, after(180))).toBe(1);
      expect(await faultAt(200)).toBeNull();
    });

    it("because one address is refused is no fault of the way", async () => {
      await addMail("anna");
      await enqueue({ memberIds: ["anna"] });
      server.say.toRecipient = refusal(550, "5.1.1 no such user");
      await send({ email: channelOf(server.port) }, NOW);
      expect(await faultAt(0)).toBeNull();
    });
  });

  describe("an address", () => {
    const ask = (address = "anna@mail.example", now = NOW) =>
      requestEmail({ memberId: "anna", address, channel: channelOf(server.port), now });
    const codeOf = (mail: Mail | undefined) => /确认码：([A-Z0-9-]+)/.exec(mail?.text ?? "")?.[1] ?? "";

    it("is used after its code was typed back, kept encrypted, and shown masked", async () => {
      expect(await ask()).toEqual({ ok: true });
      await enqueue({ memberIds: ["anna"] });
      expect(await rows()).toEqual([]);
      const code = codeOf(server.mails[0]);
      expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
      expect(await findOwnEmail(own, NOW)).toMatchObject({ state: "waiting", masked: "an***@mail.example" });
      const typed = code.toLowerCase().replace("-", " ");
      expect(await confirmEmail({ memberId: "anna", code: typed, now: NOW })).toEqual({ ok: true });
      expect(await findOwnEmail(own, NOW)).toMatchObject({ state: "in-use" });
      const stored = JSON.stringify(await db().emailAddress.findFirstOrThrow());
      expect(stored).not.toContain("mail.example");
      expect(stored).not.toContain(code);
      // The button pressed twice.
      expect(await confirmEmail({ memberId: "anna", code, now: NOW })).toEqual({ ok: true });
    });

    it("is not taken on another person's code, a late one, or after five wrong ones", async () => {
      await ask();
      const code = codeOf(server.mails[0]);
      expect(await confirmEmail({ memberId: "bo", code, now: NOW })).toMatchObject({ ok: false });
      expect(await confirmEmail({ memberId: "anna", code, now: after(30 * 60) })).toMatchObject({ ok: false });
      for (let tries = 0; tries < 5; tries += 1) {
        expect(await confirmEmail({ memberId: "anna", code: "AAAA-AAAA", now: NOW })).toMatchObject({ ok: false });
      }
      expect(await confirmEmail({ memberId: "anna", code, now: NOW })).toEqual({
        ...{ ok: false, detail: "确认码已经失效，请重新发一封。" },
      });
    });

    it("is not kept when the server refuses it or is down, and nobody's mailbox is filled with codes", async () => {
      server.say.toRecipient = refusal(550, "5.1.1 no such user");
      expect(await ask()).toMatchObject({ ok: false, detail: expect.stringContaining("收不到邮件") as string });
      const port = server.port;
      await server.close();
      const silent = await requestEmail({
        memberId: "anna",
        address: "a@b.example",
        channel: channelOf(port),
        now: NOW,
      });
      expect(silent).toMatchObject({ ok: false, detail: expect.stringContaining("没有发出去") as string });
      expect(await findOwnEmail(own, NOW)).toBeNull();
      server = await mailServer();
      for (let times = 0; times < 3; times += 1) await ask();
      expect(await ask()).toMatchObject({ ok: false, detail: expect.stringContaining("太多") as string });
      expect(server.mails).toHaveLength(3);
    });

    it("is forgotten by its owner", async () => {
      await addMail("anna");
      await removeEmail("anna");
      expect(await findOwnEmail(own, NOW)).toBeNull();
    });
  });
});
