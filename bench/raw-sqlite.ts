import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";

/**
 * The floor: the statements of one attempt in a bare program without HTTP, session, JSON or Prisma, on the same disk with
 * `synchronous=FULL`. Start = one insert; four saves = one read and one update each; submission = one transaction of an
 * update, twenty responses, a receipt and a points entry; review = two reads.
 */
const SQL = {
  schema: `
    CREATE TABLE attempt (id TEXT PRIMARY KEY, quiz_id TEXT, member_id TEXT, number INTEGER, state TEXT, paper TEXT, draft TEXT, draft_version INTEGER, score INTEGER, UNIQUE (quiz_id, member_id, number));
    CREATE TABLE response (id TEXT PRIMARY KEY, attempt_id TEXT, question_id TEXT, version_id TEXT, value TEXT, fraction INTEGER);
    CREATE INDEX response_attempt ON response (attempt_id);
    CREATE TABLE receipt (id TEXT PRIMARY KEY, attempt_id TEXT UNIQUE, score INTEGER, digest TEXT, signature TEXT);
    CREATE TABLE points_entry (id TEXT PRIMARY KEY, member_id TEXT, reason TEXT, source TEXT, value INTEGER, UNIQUE (member_id, reason, source));`,
  start: "INSERT INTO attempt VALUES (?, 'quiz', 'member', ?, 'open', ?, '{}', 0, NULL)",
  read: "SELECT * FROM attempt WHERE id = ?",
  save: "UPDATE attempt SET draft = ?, draft_version = draft_version + 1 WHERE id = ? AND draft_version = ? AND state = 'open'",
  close: "UPDATE attempt SET state = 'closed', score = ? WHERE id = ? AND state = 'open'",
  response: "INSERT INTO response VALUES (?, ?, ?, ?, ?, ?)",
  receipt: "INSERT INTO receipt VALUES (?, ?, ?, ?, ?)",
  points: "INSERT INTO points_entry VALUES (?, 'member', 'practice-quiz', ?, 1)",
  responses: "SELECT * FROM response WHERE attempt_id = ?",
};

const PAPER = JSON.stringify({
  seed: "x",
  questions: Array.from({ length: 20 }, (_, i) => ({ id: `q${i}`, options: ["a", "b", "c", "d"] })),
});
const SECONDS = 4;

export function measureRawSqlite(): { attemptsPerSecond: number; sql: string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-raw-"));
  const database = new Database(path.join(folder, "raw.db"));
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.exec(SQL.schema);
    const prepared = Object.fromEntries(
      Object.entries(SQL)
        .filter(([name]) => name !== "schema")
        .map(([name, text]) => [name, database.prepare(text)]),
    ) as Record<Exclude<keyof typeof SQL, "schema">, Database.Statement>;
    const submit = database.transaction((id: string) => {
      prepared.close.run(7500, id);
      for (let i = 0; i < 20; i += 1) prepared.response.run(`${id}-${i}`, id, `q${i}`, `v${i}`, '"a"', 100);
      prepared.receipt.run(`r-${id}`, id, 7500, "digest", "signature");
      prepared.points.run(`p-${id}`, id);
    });
    let count = 0;
    const began = performance.now();
    while (performance.now() - began < SECONDS * 1000) {
      const id = `a${count}`;
      prepared.start.run(id, count, PAPER);
      for (let version = 0; version < 4; version += 1) {
        prepared.read.get(id);
        prepared.save.run(PAPER, id, version);
      }
      submit(id);
      prepared.read.get(id);
      prepared.responses.all(id);
      count += 1;
    }
    const attemptsPerSecond = Math.round(count / ((performance.now() - began) / 1000));
    return { attemptsPerSecond, sql: Object.values(SQL).slice(1) };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
