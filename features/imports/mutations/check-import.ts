import { setImmediate } from "node:timers/promises";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { openBytes, sealText } from "@/lib/crypto";
import { db } from "@/lib/db";
import { inSqlTransaction, insertRows, type NewRow } from "@/lib/db/prepared";
import { isAppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { ChosenColumns, ImportKind, StagedRow } from "../types";
import { countsOf } from "../view";
import { reportProgress, settleImport, takeImport } from "./hold-import";
import { judgeRows, type Judged } from "./judge-rows";

type Checking = {
  readonly importId: string;
  readonly clock: () => Date;
};

const UNREADABLE = "这个文件读到一半出了错，什么都没有写入。请另存为.xlsx再上传；还不行，请把文件发给管理员。";

/**
 * 试导入: judges every row of an uploaded file and stages it; nothing of it is written into the register. One process at a
 * time; safe to repeat. A file that cannot be read ends as `failed` with the reason. False when there was nothing to do.
 */
export async function checkImport({ importId, clock }: Checking): Promise<boolean> {
  if (!(await takeImport({ importId, from: ["uploaded", "checking"], to: "checking", now: clock() }))) return false;
  try {
    const judged = await judgeStored(importId, clock);
    await stageRows(importId, judged);
  } catch (error) {
    if (error instanceof TakenOver) return false;
    if (!isAppError(error)) logger().error({ err: error, importId }, "an import could not be checked");
    const note = isAppError(error) ? error.detail : UNREADABLE;
    await settleImport(importId, { state: "failed", note, content: null, finishedAt: clock() });
  }
  return true;
}

/** Another process went on with it. */
class TakenOver extends Error {}

/** The stored file judged against what stands now, for whoever brought it in or, where it is written, for `writerId`. */
export async function judgeStored(importId: string, clock: () => Date, writerId?: string): Promise<Judged> {
  const now = clock();
  const file = await db().importFile.findUniqueOrThrow({ where: { id: importId } });
  if (file.content === null) throw new Error(`Import ${importId} has no content`);
  const uploaded = {
    ...{ kind: file.kind as ImportKind, stationId: file.stationId, today: businessDateOf(now), now },
    actorId: writerId ?? file.createdById,
    content: openBytes(file.content),
    chosen: (JSON.parse(file.columns) as { chosen?: ChosenColumns }).chosen ?? {},
  };
  return judgeRows(uploaded, async (so) => {
    if (!(await reportProgress(importId, so, clock()))) throw new TakenOver();
  });
}

/** Rows of one statement. */
const AT_ONCE = 200;

/** Puts the judged rows in the place of those staged before, and the import back to `checked`. */
export async function stageRows(importId: string, { table, rows, absent }: Judged, note = ""): Promise<void> {
  await db().importRow.deleteMany({ where: { importId } });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE).map((row) => rowOf(importId, row));
    await inSqlTransaction((sql) => insertRows(sql, "import_row", part));
    await setImmediate();
  }
  const before = await db().importFile.findUniqueOrThrow({ where: { id: importId }, select: { columns: true } });
  const { chosen } = JSON.parse(before.columns) as { chosen?: ChosenColumns };
  await settleImport(importId, {
    ...{ state: "checked", note, total: rows.length, done: rows.length, absent: JSON.stringify(absent) },
    counts: JSON.stringify(countsOf(rows)),
    columns: JSON.stringify({ ...table, ...(chosen ? { chosen } : {}) }),
  });
}

const rowOf = (importId: string, row: StagedRow): NewRow => {
  const { number, state, faults, ...data } = row;
  return {
    ...{ import_id: importId, sheet_row: number, state, row_key: "" },
    data: sealText(JSON.stringify(data)),
    faults: faults.length === 0 ? "" : sealText(JSON.stringify(faults)),
  };
};
