import { formatInstant } from "@/domain/calendar/labels";
import type { LogRow } from "./queries/list-log";

export type LogLine = {
  id: string;
  at: string;
  robot: string;
  title: string;
  tone: "ok" | "wait" | "bad";
  state: string;
  /** Why not, or when again; empty when all is well. */
  note: string;
};

/** One message of the log in words. */
export function logLine(row: LogRow): LogLine {
  const { id, robot, title, lastError, attempts, nextAt, sentAt } = row;
  const line = { id, at: formatInstant(row.createdAt), robot, title };
  if (row.state === "sent") return { ...line, tone: "ok", state: "送到了", note: sentAt ? formatInstant(sentAt) : "" };
  if (row.state === "queued") {
    const note = attempts === 0 ? "马上就发" : `${lastError}，${formatInstant(nextAt)}再试`;
    return { ...line, tone: "wait", state: attempts === 0 ? "等着发" : `试了${attempts}次`, note };
  }
  return { ...line, tone: "bad", state: row.state === "dead" ? "没有收" : "没送到", note: lastError };
}
