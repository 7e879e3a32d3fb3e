import { writeWorkbook } from "@/lib/sheets/write";
import { changeWords, type AuditLine } from "./view";

/** The log as a spreadsheet, an act a row, newest first. */
export function auditSheet(lines: readonly AuditLine[], notes: readonly string[]): Promise<Buffer> {
  return writeWorkbook({
    sheets: [
      {
        name: "操作记录",
        columns: [
          { header: "时间", kind: "code", width: 22 },
          { header: "经办人", kind: "text", width: 14 },
          { header: "做了什么", kind: "text", width: 20 },
          { header: "对象", kind: "text", width: 36 },
          { header: "改动", kind: "text", width: 80 },
        ],
        rows: lines.map((line) => [
          ...[line.at, line.actor, line.what, line.subject],
          line.changes.map(changeWords).join("；"),
        ]),
      },
    ],
    notes: { name: "说明", lines: notes },
  });
}
