import { after } from "next/server";
import { fileRoute } from "@/features/access/gates/file";
import { readUpload } from "@/features/access/gates/upload";
import { checkImport } from "@/features/imports/mutations/check-import";
import { receiveImport } from "@/features/imports/mutations/receive-import";
import { importKindSchema } from "@/features/imports/schema";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { SHEET_LIMITS } from "@/lib/sheets/limits";

/** A file comes in, is kept sealed, and is looked at once the answer has gone: the page it leads to shows how far that is. */
export const POST = fileRoute({
  permission: "register.import",
  handle: async ({ request, scopes, authorise, session, now: at }) => {
    const { stationId } = scopes.zone();
    authorise(stationId === null ? { kind: "zone" } : { kind: "station", stationId });
    const { fields, file } = await readUpload(request, SHEET_LIMITS.bytes);
    const kind = importKindSchema.safeParse(fields["kind"]);
    if (!kind.success)
      throw new AppError("invalid", "请先选要导入的是两新组织、人员、题目、志愿项目还是责任，没有收下文件。");
    if (kind.data === "questions" && stationId !== null) {
      throw new AppError("forbidden", "题目由工委（全区）导入，没有收下文件。");
    }
    const received = { kind: kind.data, stationId, fileName: file.name, content: file.content };
    const { importId, isReadable } = await receiveImport({ ...received, actorId: session.memberId, now: at });
    if (isReadable) after(() => checkImport({ importId, clock: now }));
    return new Response(null, { status: 303, headers: { location: `/committee/imports/${importId}` } });
  },
});
