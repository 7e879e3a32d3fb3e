import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { findLibraryEntry } from "@/features/library/queries";
import { grantRole } from "@/features/members/mutations/grant-role";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { db } from "@/lib/db";
import { makeQuiz } from "./support/quiz";
import { refusedServer } from "./support/server-process";
import { startTwoServers, type TwoServers } from "./support/two-servers";
import { makePerson, makePlace, revokeRoles, sessionCookie, type Person, type Place } from "./support/world";

/**
 * Two servers on one PostgreSQL database behind a proxy that gives each request to the next one. This test itself is a
 * third process: what it changes, both have to notice.
 */
test.describe.configure({ mode: "serial" });

let servers: TwoServers;
let place: Place;
let one: string;
let two: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  servers = await startTwoServers();
  [one, two] = servers.bases;
  place = await makePlace();
});
test.afterAll(() => servers.stop());

type Reply = { status: number; body: string; cookies: string };

async function ask(
  method: string,
  address: string,
  cookie = "",
  form?: Record<string, string> | object,
): Promise<Reply> {
  const isForm = form instanceof URLSearchParams;
  const reply = await fetch(address, {
    method,
    redirect: "manual",
    headers: { ...(cookie ? { cookie } : {}), ...(form && !isForm ? { "content-type": "application/json" } : {}) },
    ...(form ? { body: isForm ? form : JSON.stringify(form) } : {}),
  });
  const cookies = reply.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { status: reply.status, body: await reply.text(), cookies: cookies.join("; ") };
}

const get = (address: string, cookie?: string) => ask("GET", address, cookie);
const statuses = (path: string, cookie?: string) =>
  Promise.all([one, two].map(async (base) => (await get(base + path, cookie)).status));
const cookieOf = async ({ memberId }: Person) => {
  const { name, value } = await sessionCookie(memberId);
  return `${name}=${value}`;
};

/** The standard sign-in of an outside client; the form and its token go to different servers. */
async function signIn(base: string, { login }: Person, password: string): Promise<Reply> {
  const csrf = await get(`${base}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, login, password, json: "true" });
  return ask("POST", `${base}/api/auth/callback/credentials`, csrf.cookies, form);
}

async function signOut(base: string, session: string): Promise<void> {
  const csrf = await get(`${base}/api/auth/csrf`, session);
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  await ask("POST", `${base}/api/auth/signout`, `${session}; ${csrf.cookies}`, new URLSearchParams({ csrfToken }));
}

test("who signs in through the proxy is known to both servers, and signing out at one is signing out at both", async () => {
  const person = await makePerson(place);
  const { cookies } = await signIn(servers.balancer.base, person, person.password);
  expect(servers.balancer.counts()).toEqual([1, 1]);
  const session = cookies.split("; ").find((cookie) => cookie.includes("session-token=")) ?? "";
  expect(await statuses("/api/v1/me", session)).toEqual([200, 200]);
  await signOut(one, session);
  expect(await statuses("/api/v1/me", session)).toEqual([401, 401]);
});

test("wrong passwords are counted together, whichever server they go to", async () => {
  const person = await makePerson(place);
  for (let failure = 1; failure <= 10; failure += 1) {
    const { status } = await signIn(failure % 2 === 0 ? one : two, person, "不是这个密码2026");
    expect(status, `failure ${failure}`).toBe(401);
  }
  for (const base of [one, two]) expect((await signIn(base, person, person.password)).status).toBe(429);
});

test("a role that is given, taken back or lapses counts at the next request to either", async () => {
  const person = await makePerson(place);
  const cookie = await cookieOf(person);
  expect(await statuses("/committee", cookie)).toEqual([404, 404]);
  await grantRole({
    ...{ memberId: person.memberId, role: "committee", scopeKind: "zone", scopeId: "" },
    ...{ since: "2026-01-01", until: null, actorId: null, now: new Date() },
  });
  expect(await statuses("/committee", cookie)).toEqual([200, 200]);
  await revokeRoles(person.memberId);
  expect(await statuses("/committee", cookie)).toEqual([404, 404]);
  await db().session.updateMany({ where: { memberId: person.memberId }, data: { revokedAt: new Date() } });
  expect(await statuses("/api/v1/me", cookie)).toEqual([401, 401]);
});

type Paper = { attemptId: string; revision: number; answers: object; questions: { id: string; type: string }[] };
type Outcome = { receipt: { id: string; signature: string } };

test("answers saved through one are there at the other, a paper counts once, both verify its receipt", async () => {
  const cookie = await cookieOf(await makePerson(place));
  const api = async <T>(method: string, base: string, path: string, body?: object): Promise<T> => {
    const reply = await ask(method, `${base}/api/v1${path}`, cookie, body);
    expect(reply.status, `${method} ${path} ${reply.body}`).toBeLessThan(300);
    return JSON.parse(reply.body) as T;
  };
  const quizId = await makeQuiz({ types: ["true-false", "true-false", "true-false"] });
  const { attemptId, questions } = await api<Paper>("POST", one, "/attempts", { quizId });
  expect((await api<Paper>("POST", two, "/attempts", { quizId })).attemptId).toBe(attemptId);
  const saved: Record<string, boolean> = {};
  for (const [at, { id }] of questions.entries()) {
    const [here, there] = at % 2 === 0 ? [one, two] : [two, one];
    saved[id] = true;
    await api("PUT", here, `/attempts/${attemptId}/answers`, { revision: at + 1, answers: { [id]: true } });
    expect((await api<Paper>("GET", there, `/attempts/${attemptId}`)).answers).toEqual(saved);
  }
  const outcomes = await Promise.all(
    [one, two, one, two].map((base) => api<Outcome>("POST", base, `/attempts/${attemptId}/submission`, {})),
  );
  const [first] = outcomes;
  for (const outcome of outcomes) expect(outcome.receipt).toEqual(first?.receipt);
  expect(await db().receipt.count({ where: { attemptId } })).toBe(1);
  expect(await db().response.count({ where: { attemptId } })).toBe(questions.length);
  for (const base of [one, two])
    expect((await get(`${base}/receipts/${first?.receipt.id ?? ""}`)).body).toContain("回执有效。");
  expect((await get(`${one}/api/v1/keys`)).body).toBe((await get(`${two}/api/v1/keys`)).body);
});

test("what another process changes is old for five seconds at most", async () => {
  const cookie = await cookieOf(await makePerson(place));
  const lists = async (title: string) =>
    Promise.all([one, two].map(async (base) => (await get(`${base}/api/v1/quizzes`, cookie)).body.includes(title)));
  const title = `示例新卷${place.marker}`;
  expect(await lists(title)).toEqual([false, false]);
  const quizId = await makeQuiz({ types: ["true-false"], title });
  await new Promise((done) => setTimeout(done, 5_100));
  expect(await lists(title)).toEqual([true, true]);
  await db().quiz.update({ where: { id: quizId }, data: { state: "withdrawn" } });
  await new Promise((done) => setTimeout(done, 5_100));
  expect(await lists(title)).toEqual([false, false]);
});

test("within a minute a takedown is on both, and an attempt that is left open is closed by the clock, once", async () => {
  test.setTimeout(150_000);
  const entry = findLibraryEntry("12-26");
  if (!entry) throw new Error("no entry for 26 December");
  const path = `/${entry.id}`;
  const cookie = await cookieOf(await makePerson(place));
  const quizId = await makeQuiz({ types: ["true-false"], limitSeconds: 60 });
  const started = await ask("POST", `${one}/api/v1/attempts`, cookie, { quizId });
  const { attemptId } = JSON.parse(started.body) as Paper;
  await db().attempt.update({ where: { id: attemptId }, data: { deadline: new Date(Date.now() - 60_000) } });

  const bodies = () => Promise.all([one, two].map(async (base) => (await get(base + path)).body));
  for (const body of await bodies()) expect(body).toContain(entry.front.title);
  await takeDown({ targetKind: "entry", targetId: entry.id, reason: "核对", actorId: "third", now: new Date() });
  const gone = async () => (await bodies()).map((body) => body.includes("已撤下"));
  await expect.poll(gone, { timeout: 60_000, intervals: [1_000] }).toEqual([true, true]);

  const state = async () => (await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).closedBy;
  await expect.poll(state, { timeout: 100_000, intervals: [1_000] }).toBe("expired");
  expect(await db().receipt.count({ where: { attemptId } })).toBe(1);
  expect(await db().response.count({ where: { attemptId } })).toBe(1);
  const runs = await db().jobRun.findMany({ where: { job: "close-overdue-attempts" } });
  expect(runs.filter(({ state, note }) => state === "done" && note === "收回1份")).toHaveLength(1);
  expect(runs.filter(({ state }) => state === "failed")).toEqual([]);
});

test("a server with other keys does not start and says which, and the two go on", async () => {
  const settings = await servers.further();
  const other = { KEY_SESSION: randomBytes(32).toString("base64"), KEY_LOOKUP: randomBytes(32).toString("base64") };
  const { code, said } = await refusedServer({ ...settings, ...other });
  expect(code).toBe(1);
  expect(said).toContain("没有启动：这个数据库是用另一组密钥建立的，会话（session）、查找（lookup）的密钥与它不同。");
  // Its own files instead of the environment: a machine that was forgotten.
  const forgotten = { ...settings, KEY_SESSION: "", KEY_CONTACTS: "", KEY_LOOKUP: "", KEY_RECEIPTS: "" };
  expect((await refusedServer(forgotten)).code).toBe(1);
  expect(await statuses("/api/health/ready")).toEqual([200, 200]);
});
