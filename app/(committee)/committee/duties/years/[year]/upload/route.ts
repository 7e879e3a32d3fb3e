import { readLines } from "@/domain/duties/lines-sheet";
import { fileRoute } from "@/features/access/gates/file";
import { readUpload } from "@/features/access/gates/upload";
import { bringInLines } from "@/features/duties/mutations/bring-in-lines";
import { AppError } from "@/lib/errors";
import { downloadHeaders } from "@/lib/sheets/download";
import { markWorkbook } from "@/lib/sheets/mark";
import { readWorkbook } from "@/lib/sheets/read";

/** A list of some forty lines; more is no list. */
const MOST_BYTES = 2 * 1024 * 1024;

/** An edited list comes back: every fault by row and column, or all of it written. `?marked`: the same workbook, marked. */
export const POST = fileRoute<{ year: string }>({
  permission: "duty.draw-up",
  handle: async ({ request, authorise, session, now, params: { year } }) => {
    authorise({ kind: "zone" });
    const { file } = await readUpload(request, MOST_BYTES);
    const { sheets } = await readWorkbook(file.content);
    const sheet = sheets.find(({ hidden }) => !hidden);
    const read = readLines(sheet?.rows ?? [], year);
    if (request.nextUrl.searchParams.has("marked")) {
      if (read.ok) throw new AppError("conflict", "这个表没有要标的地方，可以直接上传。");
      const where = sheet === undefined ? {} : { sheet: sheet.name, headerRow: sheet.rows[0]?.number ?? 1 };
      const marked = await markWorkbook(file.content, read.faults, where);
      const name = `${file.name.replace(/\.[^.]*$/u, "")}，已标注`;
      return new Response(new Uint8Array(marked), { headers: downloadHeaders(name, "xlsx") });
    }
    if (!read.ok) return Response.json({ faults: read.faults }, { headers: { "cache-control": "no-store" } });
    const done = await bringInLines({ year, lines: read.lines, actorId: session.memberId, now });
    if (!done.ok) {
      throw done.reason === "gone"
        ? new AppError("not-found", "没有这一年的责任清单，没有写入。")
        : new AppError("invalid", "加上表里新的几项，一年超过40项，没有写入。请先去掉几项。");
    }
    const { added, changed, same } = done;
    return Response.json({ added, changed, same }, { headers: { "cache-control": "no-store" } });
  },
});
