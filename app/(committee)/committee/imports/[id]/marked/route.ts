import { fileRoute } from "@/features/access/gates/file";
import { findImport, listStaged, readUploaded } from "@/features/imports/queries/find-import";
import { AppError } from "@/lib/errors";
import { downloadHeaders } from "@/lib/sheets/download";
import { markWorkbook } from "@/lib/sheets/mark";

/** The uploaded workbook with every fault marked in its cell. */
export const GET = fileRoute<{ id: string }>({
  permission: "register.import",
  handle: async ({ params, scopes, authorise }) => {
    const scope = scopes.zone();
    const file = await findImport(scope, params.id);
    // The table of projects has contacts that nobody but a claimant may read.
    if (file?.kind === "projects") throw new AppError("not-found", "志愿项目的表不能再下载，请在原来的表里对着改。");
    if (file) authorise(file.stationId === null ? { kind: "zone" } : { kind: "station", stationId: file.stationId });
    const content = file && (await readUploaded(scope, file.id));
    if (!file || !content) throw new AppError("not-found", "这个文件已经清理，不能再下载。请重新上传原来的表。");
    const rows = await listStaged(file.id, ["fault"]);
    const faults = rows.flatMap(({ number, faults: found }) =>
      found.map(({ column, problem, remedy }) => ({ row: number, column, text: `${problem}${remedy}` })),
    );
    const where = file.table ? { sheet: file.table.sheet, headerRow: file.table.headerRow } : {};
    const marked = await markWorkbook(content, faults, where);
    const name = `${file.fileName.replace(/\.[^.]*$/u, "")}，已标注`;
    return new Response(new Uint8Array(marked), { headers: downloadHeaders(name, "xlsx") });
  },
});
