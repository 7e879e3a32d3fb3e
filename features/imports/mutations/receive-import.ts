import { audit } from "@/features/audit/mutations";
import { sealBytes } from "@/lib/crypto";
import { inTransaction } from "@/lib/db";
import { isAppError } from "@/lib/errors";
import { newId } from "@/lib/randomness";
import { SHEET_LIMITS } from "@/lib/sheets/limits";
import { recognise } from "@/lib/sheets/recognise";
import type { ImportKind } from "../types";

const LONGEST_NAME = 120;

/**
 * Keeps an uploaded file, sealed, to be looked at. What is no spreadsheet is kept as a failure with its reason and without
 * its content, so that the page can say what it was and what to do.
 */
export function receiveImport(input: {
  kind: ImportKind;
  stationId: string | null;
  fileName: string;
  content: Buffer;
  actorId: string;
  now: Date;
}): Promise<{ importId: string; isReadable: boolean }> {
  const { kind, stationId, content, actorId, now } = input;
  const fileName = input.fileName.slice(0, LONGEST_NAME);
  const found = formatOf(content);
  const id = newId(now);
  const isReadable = "format" in found;
  return inTransaction(async (tx) => {
    await tx.importFile.create({
      data: {
        ...{ id, kind, stationId, fileName, createdById: actorId, createdAt: now },
        ...(isReadable
          ? { format: found.format, content: new Uint8Array(sealBytes(content)) }
          : { format: "", content: null, state: "failed", note: found.problem, finishedAt: now }),
      },
    });
    const detail = { kind, stationId };
    await audit(tx, { actorId, action: "import.receive", subjectKind: "import", subjectId: id, detail, now });
    return { importId: id, isReadable };
  });
}

function formatOf(content: Buffer): { format: "xlsx" | "csv" } | { problem: string } {
  try {
    return { format: recognise(content, SHEET_LIMITS) === "zip" ? "xlsx" : "csv" };
  } catch (error) {
    if (isAppError(error)) return { problem: error.detail };
    throw error;
  }
}
