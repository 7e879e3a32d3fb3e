import { setImmediate } from "node:timers/promises";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { db, isUniqueViolation } from "@/lib/db";
import { inSqlTransaction, insertRows, selectRows, type NewRow, type Sql } from "@/lib/db/prepared";
import { logger } from "@/lib/logger";
import { getRegisterStamp } from "../queries/get-register-stamp";
import type { ImportCounts, ImportKind, StagedRow, UnderstoodTable } from "../types";
import { countsOf } from "../view";
import { judgeStored, stageRows } from "./check-import";
import { questionWritten } from "./question-written";
import { dutyWritten } from "./duty-written";
import { settleImport, takeImport } from "./hold-import";
import type { Judged } from "./judge-rows";
import { lockRegister } from "./lock-register";
import { settleImported } from "./settle-imported";
import { projectWritten } from "./project-written";
import { memberWritten } from "./member-written";
import { auditRow, organisationWritten, type Writing, type Written } from "./organisation-written";

export type WriteResult =
  { ok: true; counts: ImportCounts } | { ok: false; reason: "state" | "changed" | "failed"; detail: string };

/** Each time something else in the register changed between judging and writing, and no row came out differently. */
const ATTEMPTS = 3;

const CHANGED = "在此期间有变化，什么都没有写入。已经重新试导入，请再看一遍，没有问题再写入。";
const OTHERS = "责任的表由上传的同志自己写入：自己报的要由别人确认。没有写入。";
const FAILED = "写入时出了错，什么都没有写入，试导入的结果还在。请过一会儿再试。";

/**
 * Writes the faultless rows of a checked import, all of them or none: one transaction. Every row is judged once more just
 * before; when anything came out differently than it was shown, nothing is written and the new judgement is shown. Twice
 * or from two tabs it is written once. Audited as a whole and for every person or organisation.
 */
export async function writeImport(input: {
  importId: string;
  actorId: string;
  clock: () => Date;
}): Promise<WriteResult> {
  const { importId, actorId, clock } = input;
  const file = await db().importFile.findUniqueOrThrow({
    where: { id: importId },
    select: { kind: true, createdById: true },
  });
  // Its rows were judged by whose reports they are.
  if (file.kind === "duties" && file.createdById !== actorId) return { ok: false, reason: "state", detail: OTHERS };
  if (!(await takeImport({ importId, from: ["checked"], to: "writing", now: clock() }))) {
    return { ok: false, reason: "state", detail: "这个文件已经写入，或者正在写入，没有重复写。" };
  }
  try {
    const shown = await stagedDigest(importId);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const stamp = await getRegisterStamp({ select: selectRows });
      const judged = await judgeStored(importId, clock, actorId);
      if (judged.table.digest !== shown) return await showAnew(importId, judged);
      const counts = await writeAll(input, judged, stamp);
      if (counts !== null) return { ok: true, counts };
    }
    return await showAnew(importId, await judgeStored(importId, clock, actorId));
  } catch (error) {
    if (isUniqueViolation(error)) return showAnew(importId, await judgeStored(importId, clock, actorId));
    logger().error({ err: error, importId }, "an import could not be written");
    await settleImport(importId, { state: "checked", note: FAILED });
    return { ok: false, reason: "failed", detail: FAILED };
  }
}

async function showAnew(importId: string, judged: Judged): Promise<WriteResult> {
  await stageRows(importId, judged, CHANGED);
  return { ok: false, reason: "changed", detail: CHANGED };
}

async function stagedDigest(importId: string): Promise<string> {
  const file = await db().importFile.findUniqueOrThrow({ where: { id: importId }, select: { columns: true } });
  return (JSON.parse(file.columns) as UnderstoodTable).digest;
}

/** Null, and nothing written, when the register is no longer the one that was judged against. */
async function writeAll(
  { importId, actorId, clock }: { importId: string; actorId: string; clock: () => Date },
  { rows }: Judged,
  stamp: string,
): Promise<ImportCounts | null> {
  const now = clock();
  const counts = countsOf(rows);
  const { kind } = await db().importFile.findUniqueOrThrow({ where: { id: importId }, select: { kind: true } });
  const writing = { rows: rows.filter(isWritten), importId, actorId, now, today: businessDateOf(now) };
  const written = await prepare(WRITTEN[kind as ImportKind], writing);
  const write = inSqlTransaction(async (sql) => {
    await lockRegister(sql, writing.rows);
    if ((await getRegisterStamp(sql)) !== stamp) return null;
    for (const [statement, values] of written.flatMap(({ change }) => (change === null ? [] : [change]))) {
      if ((await sql.change(statement, values)) !== 1) throw new Outrun();
    }
    for (const table of TABLES) {
      await insertMany(
        sql,
        table,
        written.flatMap(({ add }): readonly NewRow[] | NewRow => add[table] ?? []),
      );
    }
    const whole = { action: "import.write", subjectKind: "import", subjectId: importId, detail: counts };
    await insertRows(sql, "audit_entry", [auditRow(writing, whole)]);
    const done = await sql.change(MARK_WRITTEN, [now, importId]);
    if (done !== 1) throw new Error(`Import ${importId} was taken over while it was written`);
    return counts;
  });
  const done = await write.catch((error: unknown) => {
    if (error instanceof Outrun) return null;
    throw error;
  });
  if (done !== null && kind === "members") await settleImported(writing.rows, writing);
  return done;
}

/** What a row changes is no longer as it was judged. */
class Outrun extends Error {}

const WRITTEN: Readonly<Record<ImportKind, (row: StagedRow, writing: Writing) => Written>> = {
  ...{ organisations: organisationWritten, members: memberWritten, questions: questionWritten },
  ...{ projects: projectWritten, duties: dutyWritten },
};

/** In the order in which their rows refer to one another. */
const TABLES = [
  "question_proposal",
  "project",
  "project_contact",
  "organisation",
  "member",
  "login",
  "employment",
  "membership",
  "notice",
  "audit_entry",
] as const;

/** Rows between two turns of other requests. */
const AT_ONCE = 250;

/** Everything that costs time (keys, ciphers) happens before the transaction, so that it is short. */
async function prepare(make: (row: StagedRow, writing: Writing) => Written, writing: Writing): Promise<Written[]> {
  const written: Written[] = [];
  for (let from = 0; from < writing.rows.length; from += AT_ONCE) {
    written.push(...writing.rows.slice(from, from + AT_ONCE).map((row) => make(row, writing)));
    await setImmediate();
  }
  return written;
}

async function insertMany(sql: Sql, table: string, rows: readonly NewRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await insertRows(sql, table, rows.slice(from, from + AT_ONCE));
    await setImmediate();
  }
}

const MARK_WRITTEN = `UPDATE import_file SET state = 'written', finished_at = ?, note = '', holder = '', held_until = NULL
  WHERE id = ? AND state = 'writing'`;

const isWritten = ({ state }: StagedRow): boolean => state === "new" || state === "update";
