import { expect, test, type APIRequestContext } from "@playwright/test";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { db } from "@/lib/db";
import { addQuestion, addQuiz } from "@/tests/factories/quizzes";
import { bank, otherBank } from "@/tests/factories/twin-banks";
import { makePerson, makePlace, sessionCookie } from "./support/world";

/**
 * Two quizzes with the same stems and options and different keys, variants, explanations and sources: the page, its RSC
 * payload and the reply of the API are byte-identical while the attempt is open, but for ids of rows and the clock.
 */
const CLOCK = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g;
/** The framework marks the head of a payload with a random id of the request. */
const REQUEST = /"[\w-]{21}[vm]"/g;
const now = new Date();

/** Rows of a payload arrive in the order in which they are ready: sorted they can be compared. */
const rows = (payload: string): string => payload.split("\n").sort().join("\n");

/** A page is its markup and, in script elements cut at any place, the payload that the markup was made from. */
function parts(page: string): string {
  const pushed = [...page.matchAll(/self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs)];
  const payload = pushed.map(([, text]) => (JSON.parse(text ?? "[]") as [number, string])[1]).join("");
  return `${page.replace(/<script[^>]*>.*?<\/script>/gs, "")}\n${rows(payload)}`;
}

type Seen = { page: string; payload: string; api: string };

async function seen(request: APIRequestContext, name: string, versions: readonly QuestionVersionData[]): Promise<Seen> {
  const run = `${name}-${process.pid}-${now.getTime()}`;
  const own = versions.map((version) => ({
    ...version,
    questionId: `${run}-${version.questionId}`,
    versionId: `${run}-${version.versionId}`,
  }));
  for (const version of own) await addQuestion(version);
  const rules = { reviewOpens: "after-window", closesAt: new Date(now.getTime() + 86_400_000), limitSeconds: 600 };
  const quizId = await addQuiz(
    own.map(({ questionId }) => questionId),
    { ...rules, id: run, key: run },
  );
  const { memberId } = person;
  const { attempt } = await startAttempt({ memberId, quizId, seed: "the-seed", now });
  const cookie = await sessionCookie(memberId);
  const headers = { cookie: `${cookie.name}=${cookie.value}` };
  const ask = (path: string, more: Record<string, string>) =>
    request.get(path, { headers: { ...headers, ...more }, maxRedirects: 0 });
  const read = async (path: string, more: Record<string, string> = {}): Promise<string> => {
    let reply = await ask(path, more);
    // The framework sends a request for a payload on to an address with its own mark.
    if (reply.status() === 307) reply = await ask(reply.headers()["location"] ?? path, more);
    expect(reply.status(), path).toBe(200);
    const text = await reply.text();
    expect(text, path).not.toContain("/sign-in?from=");
    const [, nonce = "no nonce"] = /'nonce-([^']+)'/.exec(reply.headers()["content-security-policy"] ?? "") ?? [];
    return text
      .replaceAll(nonce, "NONCE")
      .replaceAll(attempt.id, "ATTEMPT")
      .replaceAll(quizId, "QUIZ")
      .replace(CLOCK, "CLOCK")
      .replace(REQUEST, '"REQUEST"');
  };
  const path = `/attempts/${attempt.id}`;
  const all = {
    page: parts(await read(path)),
    payload: rows(await read(path, { rsc: "1" })),
    api: await read(`/api/v1${path}`),
  };
  // Other journeys look at the same zone.
  await db().quiz.update({ where: { id: quizId }, data: { state: "withdrawn" } });
  await db().question.updateMany({ where: { id: { startsWith: run } }, data: { state: "retired" } });
  return all;
}

let person: { memberId: string };

test("nothing that the server sends during an attempt tells a right answer", async ({ request }) => {
  person = await makePerson(await makePlace());
  const one = await seen(request, "one", bank);
  const other = await seen(request, "other", otherBank);
  expect(one.page).toContain(bank[0]?.stem ?? "no stem");
  for (const kind of ["page", "payload", "api"] as const) {
    expect(other[kind], kind).toBe(one[kind]);
    for (const secret of ["解析甲乙丙", "一九三一", "the-seed"]) expect(one[kind], kind).not.toContain(secret);
  }
});
