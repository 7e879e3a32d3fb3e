import type { NextRequest } from "next/server";
import { loadAuditSheet } from "@/features/audit/loaders";
import { auditSheet } from "@/features/audit/sheet";
import { PART } from "@/features/audit/view";
import { downloadHeaders } from "@/lib/sheets/download";

const CUT = "只有最新的20000条。要更早的，请选短一些的日期再下载。";

/** The log as it is filtered, as a spreadsheet. */
export async function GET(request: NextRequest): Promise<Response> {
  const { lines, isCut, isPart } = await loadAuditSheet(Object.fromEntries(request.nextUrl.searchParams));
  const cut = [...(isCut ? [CUT] : []), ...(isPart ? [PART] : [])];
  const notes = [`共${lines.length}条，新的在前。不含登录名、口令和密码。`, ...cut];
  return new Response(new Uint8Array(await auditSheet(lines, notes)), { headers: downloadHeaders("操作记录", "xlsx") });
}
