import "server-only";
import { gateBranch } from "@/features/access/gates/page";
import { listBranchLog } from "./queries/list-log";
import { logLine, type LogLine } from "./view";

/** 发送记录 of the branch. */
export async function loadBranchLog(): Promise<LogLine[]> {
  const { scope } = await gateBranch("/branch/push");
  return (await listBranchLog(scope)).map(logLine);
}
