// Writes and removes the load zone, in transactions of at most 200 rows, so that it may run beside the server.
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Blueprint } from "@/domain/quizzes/types";
import { listAsked } from "@/features/recalls/queries";
import { hashPassword } from "@/lib/crypto";
import { db } from "@/lib/db";
import { inSqlTransaction, insertRows, type NewRow } from "@/lib/db/prepared";
import { removeMembers, removePlaces, removeStories } from "../remove";
import { LOAD, loadRows } from "./rows";
import { loadShape } from "./shape";
import { studyRows, type Lesson } from "./study";

const ROWS = 200;
const QUIZ_KEY = "load";
const QUESTIONS = 20;
/** Everybody belongs so long: figures of the quarter before have somebody to count. */
const DAYS = 200;

export type LoadZone = { quizId: string; accounts: number };

/**
 * Makes the zone with one password for all accounts, hashed once. Made already with as many members, it only takes the
 * password given now; of another size it is refused (null), because removing it must be meant.
 */
export async function plantLoad(input: {
  members: number;
  organisations: number;
  password: string;
  now: Date;
}): Promise<LoadZone | null> {
  const { members, organisations, password, now } = input;
  const shape = loadShape({ members, organisations });
  const there = await countLoad();
  const isWhole = there.members > 0 && there.members === there.written;
  if (isWhole && (there.members !== members || there.organisations !== organisations)) return null;
  if (!isWhole) {
    await removeLoad();
    await write(loadRows(shape, addDays(businessDateOf(now), -DAYS), now), businessDateOf(now));
  }
  await setPassword(await hashPassword(password));
  return { quizId: await ensureQuiz(now), accounts: members };
}

/** `written` counts what is written last: a run that was broken off has fewer of these than members. */
async function countLoad(): Promise<{ members: number; organisations: number; written: number }> {
  const of = { startsWith: LOAD };
  return {
    members: await db().member.count({ where: { id: of } }),
    organisations: await db().organisation.count({ where: { id: of } }),
    written: await db().consent.count({ where: { memberId: of } }),
  };
}

async function write(rows: ReturnType<typeof loadRows>, today: string): Promise<void> {
  const client = db();
  await inChunks(rows.stations, (data) => client.station.createMany({ data }));
  await inChunks(rows.organisations, (data) => client.organisation.createMany({ data }));
  await inChunks(rows.branches, (data) => client.branch.createMany({ data }));
  await inChunks(rows.members, (data) => client.member.createMany({ data }));
  await inChunks(rows.logins, (data) => client.login.createMany({ data }));
  await inChunks(rows.employments, (data) => client.employment.createMany({ data }));
  await inChunks(rows.memberships, (data) => client.membership.createMany({ data }));
  for (const [table, study] of Object.entries(studyRows(rows.people, await lessonsToSet(), today))) {
    await inChunks(study as NewRow[], (some) => inSqlTransaction((sql) => insertRows(sql, table, some)));
  }
  await inChunks(rows.consents, (data) => client.consent.createMany({ data }));
}

/** The lessons of the library that ask something. */
async function lessonsToSet(): Promise<Lesson[]> {
  const where = { kind: "lesson", retiredAt: null };
  const items = await db().contentItem.findMany({ where, orderBy: { id: "asc" } });
  const lessons: Lesson[] = [];
  for (const { id, title, recall } of items) {
    const asked = await listAsked({ id, kind: "lesson", recall: JSON.parse(recall) as string[] });
    if (asked.length > 0) lessons.push({ id, title, asked });
  }
  return lessons;
}

async function inChunks<Row>(rows: readonly Row[], write: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) await write(rows.slice(start, start + ROWS));
}

async function setPassword(passwordHash: string): Promise<void> {
  const others = { id: { startsWith: LOAD }, NOT: { passwordHash } };
  for (;;) {
    const some = await db().member.findMany({
      where: { OR: [{ ...others }, { id: { startsWith: LOAD }, passwordHash: null }] },
      select: { id: true },
      take: ROWS,
    });
    if (some.length === 0) return;
    await db().member.updateMany({ where: { id: { in: some.map((row) => row.id) } }, data: { passwordHash } });
  }
}

/** One open quiz of 20 questions over the whole library, without a limit of time or attempts, review at once. */
async function ensureQuiz(now: Date): Promise<string> {
  const blueprint: Blueprint = { parts: [{ count: QUESTIONS, points: 5 }] };
  const quiz = {
    ...{ title: "压测练习，20道题", summary: "测量用，不计入任何名单。", kind: "load", closesAt: null },
    ...{ limitSeconds: null, maxAttempts: null, passPercent: 60, reviewOpens: "at-submission" },
    ...{ blueprint: JSON.stringify(blueprint), fixedList: null, state: "released" },
  };
  const row = await db().quiz.upsert({
    where: { key: QUIZ_KEY },
    create: { ...quiz, id: `${LOAD}quiz`, key: QUIZ_KEY, opensAt: now, createdAt: now },
    update: quiz,
    select: { id: true },
  });
  return row.id;
}

/** Removes every row of the load zone, and only those. Answers how many accounts there were. */
export async function removeLoad(): Promise<number> {
  const accounts = await db().member.count({ where: { id: { startsWith: LOAD } } });
  await removeStories(LOAD);
  await removeMembers(LOAD);
  await removePlaces(LOAD);
  await db().quiz.deleteMany({ where: { key: QUIZ_KEY, attempts: { none: {} } } });
  await db().quiz.updateMany({ where: { key: QUIZ_KEY }, data: { state: "withdrawn" } });
  return accounts;
}
