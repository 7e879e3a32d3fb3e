import { formatInstant } from "@/domain/calendar/labels";
import type { MailFaultRow } from "./queries/find-mail-fault";
import type { LogRow } from "./queries/list-log";

export type LogLine = {
  id: string;
  at: string;
  to: string;
  title: string;
  tone: "ok" | "wait" | "bad";
  state: string;
  /** Why not, or when again; empty when all is well. */
  note: string;
};

/** One message of the log in words. */
export function logLine(row: LogRow): LogLine {
  const { id, to, title, lastError, attempts, nextAt, sentAt } = row;
  const line = { id, at: formatInstant(row.createdAt), to, title };
  if (row.state === "sent") return { ...line, tone: "ok", state: "送到了", note: sentAt ? formatInstant(sentAt) : "" };
  if (row.state === "queued") {
    const note = attempts === 0 ? "马上就发" : `${lastError}，${formatInstant(nextAt)}再试`;
    return { ...line, tone: "wait", state: attempts === 0 ? "等着发" : `试了${attempts}次`, note };
  }
  return { ...line, tone: "bad", state: row.state === "dead" ? "没有收" : "没送到", note: lastError };
}

/** That no e-mail gets through, for those who can mend it; null while it does. */
export function mailFault(row: MailFaultRow | null): { title: string; words: string } | null {
  if (row === null) return null;
  return {
    title: `邮件发不出去，最近一次是${formatInstant(row.triedAt)}。`,
    words: `原因：${row.lastError}。消息照样在“消息”里，邮件过一会儿再试，试六次或者过了时候就不再发。请管理员核对邮件服务器的设置，改好以后重启。`,
  };
}
