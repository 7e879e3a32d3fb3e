import { checkImport } from "@/features/imports/mutations/check-import";
import { receiveImport } from "@/features/imports/mutations/receive-import";
import { writeImport } from "@/features/imports/mutations/write-import";
import { listStaged } from "@/features/imports/queries/find-import";
import type { ImportCounts, ImportKind, StagedRow } from "@/features/imports/types";
import { db } from "@/lib/db";
import { writeCsv } from "@/lib/sheets/write-csv";

/** A file on its way in, as a committee would bring it. */
export const NOW = new Date("2026-11-22T03:00:00Z");
export const TODAY = "2026-11-22";
const clock = () => NOW;

type Brought = { kind: ImportKind; content: Buffer; stationId?: string | null };

/** Uploaded and looked at. */
export async function bring({ kind, content, stationId = null }: Brought): Promise<string> {
  const file = { kind, stationId, fileName: "示例表.xlsx", content, actorId: "staff", now: NOW };
  const { importId, isReadable } = await receiveImport(file);
  if (isReadable) await checkImport({ importId, clock });
  return importId;
}

export const write = (importId: string) => writeImport({ importId, actorId: "staff", clock });

export const fileOf = (id: string) => db().importFile.findUniqueOrThrow({ where: { id } });

export const countsOf = async (id: string) => JSON.parse((await fileOf(id)).counts) as ImportCounts;

export const rowsOf = (id: string): Promise<StagedRow[]> => listStaged(id, ["new", "update", "same", "move", "fault"]);

export const problemsOf = async (id: string): Promise<string[]> =>
  (await rowsOf(id)).flatMap(({ faults }) => faults.map(({ problem }) => problem));

export const csvOf = (heads: readonly string[], lines: readonly (readonly string[])[]): Buffer =>
  writeCsv({ columns: heads.map((header) => ({ header, kind: "text" as const })), rows: lines });
