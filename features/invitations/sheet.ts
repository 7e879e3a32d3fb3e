import { businessDateOf } from "@/domain/calendar/shanghai";
import { writeWorkbook } from "@/lib/sheets/write";
import type { InvitationBatch } from "./mutations";
import { batchNotes, inOrder, linkOf } from "./view";

/** The links of one act as a spreadsheet, one person a row, in the order of branches. */
export function invitationSheet(batch: InvitationBatch, publicUrl: string): Promise<Buffer> {
  const until = businessDateOf(batch.expiresAt);
  return writeWorkbook({
    sheets: [
      {
        name: "邀请",
        columns: [
          { header: "姓名", kind: "text", width: 14 },
          { header: "支部", kind: "text", width: 32 },
          { header: "单位", kind: "text", width: 32 },
          { header: "登录名", kind: "code", width: 18, hint: "手机号只写首尾，工号写全" },
          { header: "链接", kind: "code", width: 56 },
          { header: "有效期至", kind: "code", width: 14 },
        ],
        rows: inOrder(batch.issued).map(({ invitee, token }) => [
          ...[invitee.name, invitee.branch, invitee.organisation, invitee.login],
          ...[linkOf(token, publicUrl), until],
        ]),
      },
    ],
    notes: { name: "说明", lines: batchNotes(batch) },
  });
}
