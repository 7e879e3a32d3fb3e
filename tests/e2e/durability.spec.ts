import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { makeQuiz } from "./support/quiz";
import { makePerson, makePlace, sessionCookie } from "./support/world";

/**
 * A second server on the same data, killed without warning in mid-quiz. Its own process, so that other journeys keep
 * theirs; SQLite allows it here because it is stopped before anything else writes at length.
 */
const PORT = 4871;
const BASE = `http://127.0.0.1:${PORT}`;

async function startServer(): Promise<ChildProcess> {
  const server = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: process.env["E2E_DIST_NAME"],
      DATA_DIR: process.env["E2E_DATA_DIR"],
      HOST: "127.0.0.1",
      PORT: String(PORT),
      PUBLIC_URL: BASE,
    },
    stdio: "ignore",
  });
  await expect
    .poll(
      () =>
        fetch(`${BASE}/api/health`).then(
          (reply) => reply.status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
  return server;
}

type Paper = {
  attemptId: string;
  revision: number;
  answers: Record<string, unknown>;
  questions: { id: string; type: string; options?: { id: string }[] }[];
};

test.describe.configure({ mode: "serial" });

test("the server is killed in mid-quiz and started again: no acknowledged answer is lost", async () => {
  const { memberId } = await makePerson(await makePlace());
  const { name, value } = await sessionCookie(memberId);
  const headers = { cookie: `${name}=${value}`, "content-type": "application/json" };
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const reply = await fetch(`${BASE}/api/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(reply.status, `${method} ${path}`).toBeLessThan(300);
    return (await reply.json()) as T;
  };

  const quizId = await makeQuiz();
  let server = await startServer();
  const paper = await call<Paper>("POST", "/attempts", { quizId });
  const acknowledged: Record<string, unknown> = {};
  let revision = paper.revision;
  for (const question of paper.questions) {
    const answer =
      question.type === "true-false" ? true : question.options ? question.options.map(({ id }) => id) : null;
    const value = question.type === "single" ? (answer as string[])[0] : answer;
    if (value === null) continue;
    revision += 1;
    await call("PUT", `/attempts/${paper.attemptId}/answers`, { revision, answers: { [question.id]: value } });
    acknowledged[question.id] = value;
    if (Object.keys(acknowledged).length === 3) {
      server.kill("SIGKILL");
      await new Promise((resolve) => server.once("exit", resolve));
      server = await startServer();
    }
  }
  expect(Object.keys(acknowledged).length).toBeGreaterThan(3);
  const after = await call<Paper>("GET", `/attempts/${paper.attemptId}`);
  expect(after.answers).toEqual(acknowledged);
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
});

test("a page, a route and a job share one writer and one reader of the database", async ({ request }) => {
  await request.get("/installation.css");
  await request.get("/invite/some-token-that-nobody-has");
  await request.get("/api/v1/me");
  await request.get("/api/health/ready");
  const folder = `/proc/${process.env["E2E_SERVER_PID"] ?? ""}/fd`;
  const open = readdirSync(folder).flatMap((descriptor) => {
    try {
      return [readlinkSync(`${folder}/${descriptor}`)];
    } catch {
      return []; // Closed meanwhile.
    }
  });
  expect(open.filter((file) => file.endsWith("/zhijian.db"))).toHaveLength(2);
});
