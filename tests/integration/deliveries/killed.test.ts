import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { SMTPServer } from "smtp-server";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { sendDue } from "@/features/deliveries/mutations/send-due";
import { drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import { db } from "@/lib/db";
import { emailChannel } from "@/lib/delivery/email";
import { issueList } from "@/tests/factories/duties";
import { addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addMail } from "./scene";

/** A Monday, 07:30 in Shanghai. */
const MONDAY = new Date("2026-03-22T23:30:00Z");
const CLAIM_MS = 120_000;
const PEOPLE = ["w1", "w2", "w3"];

/** A mail server on this machine; `begun` is called when a message begins, and may never answer. */
async function mailServer(begun: (done: () => void) => void) {
  const got: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onMailFrom: (_address, _session, done) => begun(() => done()),
    onData: (stream, session, done) => {
      stream.on("data", () => undefined);
      stream.on("end", () => {
        got.push(session.envelope.rcptTo[0]?.address ?? "");
        done();
      });
    },
  });
  // The connection of the killed process ends in the middle.
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { got, port, close: () => new Promise<void>((done) => server.close(done)) };
}

const child = (port: number): ChildProcessWithoutNullStreams =>
  spawn(
    process.execPath,
    [
      ...["node_modules/tsx/dist/cli.mjs", "tests/integration/deliveries/drawing-process.ts"],
      ...[MONDAY.toISOString(), MONDAY.toISOString(), String(port)],
    ],
    // Its own group: the command starts another process, and both are killed.
    { env: process.env, detached: true },
  );

async function kill(running: ChildProcessWithoutNullStreams): Promise<void> {
  const ended = new Promise((done) => running.once("close", done));
  process.kill(-(running.pid ?? 0), "SIGKILL");
  await ended;
}

const send = (port: number, at: Date) => {
  const email = emailChannel({
    ...{ host: "127.0.0.1", port, security: "none", user: undefined, password: undefined },
    from: "study@learn.example",
  });
  return sendDue({ channels: { email }, holder: "after", clock: () => at, publicUrl: "https://learn.example" });
};

const states = async () =>
  (await db().delivery.findMany({ orderBy: { targetId: "asc" } })).map(({ targetId, state }) => `${targetId} ${state}`);

describeOnBothEngines("a process that draws up the lists", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of PEOPLE) {
      await addOrganisation(`o${id}`, "s1");
      await addMember({ id, organisationId: `o${id}` });
      const grant = { memberId: id, role: "party-worker", scopeKind: "organisation", scopeId: `o${id}` };
      await db().roleGrant.create({ data: { ...grant, since: "2020-01-01" } });
      await addMail(id);
    }
    await issueList("2026", [{}], new Date("2026-02-25T02:00:00Z"));
  });
  beforeEach(async () => {
    for (const table of ["reminderList", "notice", "delivery", "jobLease"] as const) {
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
    }
  });

  it("killed between the outbox and the first message: the next one sends each once, and draws nothing up again", async () => {
    const running = child(0);
    await new Promise((ready) => running.stdout.once("data", ready));
    await kill(running);
    expect(await states()).toEqual(PEOPLE.map((id) => `${id} queued`));
    expect(await drawUpLists(MONDAY)).toBe(0);
    const server = await mailServer((done) => done());
    expect(await send(server.port, MONDAY)).toBe(3);
    expect(await send(server.port, new Date(MONDAY.getTime() + CLAIM_MS))).toBe(0);
    await server.close();
    expect(server.got.sort()).toEqual(PEOPLE.map((id) => `${id}@mail.example`));
    expect(await db().notice.count()).toBe(3);
  });

  it("killed with a message in hand: it comes back when the claim has run out, and everybody gets one", async () => {
    let begun: (() => void) | null = null;
    const isBegun = new Promise<void>((done) => (begun = done));
    let isDead = false;
    const server = await mailServer((done) => {
      if (isDead) return done();
      // Never answered: the process waits with the message in its hand.
      begun?.();
    });
    const running = child(server.port);
    await isBegun;
    await kill(running);
    isDead = true;
    expect(server.got).toEqual([]);
    const claimed = await db().delivery.findMany({ where: { attempts: 1 } });
    expect(claimed).toHaveLength(1);
    const later = new Date(MONDAY.getTime() + CLAIM_MS);
    // At once the lane still belongs to the dead process, and so does the message in its hand.
    expect(await send(server.port, MONDAY)).toBe(0);
    expect(await send(server.port, later)).toBe(3);
    await server.close();
    expect(server.got.sort()).toEqual(PEOPLE.map((id) => `${id}@mail.example`));
    expect(await states()).toEqual(PEOPLE.map((id) => `${id} sent`));
  });

  it("beside another one: each list and each word is there once", async () => {
    const both = [child(0), child(0)];
    const drawn = await Promise.all(
      both.map((running) => new Promise<string>((done) => running.stdout.once("data", (text) => done(String(text))))),
    );
    await Promise.all(both.map(kill));
    expect(drawn.reduce((sum, text) => sum + Number(text.split(" ")[1]), 0)).toBe(3);
    expect([await db().reminderList.count(), await db().notice.count(), await db().delivery.count()]).toEqual([
      3, 3, 3,
    ]);
  });
});
