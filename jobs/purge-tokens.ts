import { purgeApplications } from "@/features/applications/mutations/purge-applications";
import { purgeImports } from "@/features/imports/mutations/end-imports";
import { purgeTokens } from "@/features/invitations/mutations";
import { purgeRuns } from "@/features/jobs/mutations";
import { purgeSecurityEvents } from "@/features/security-events/mutations";
import { purgeFailures } from "@/features/sessions/mutations/guard-guessing";
import { plannedJob } from "./planned-job";

/** Ended invitations, codes and sessions, applications of 90 days ago, files brought in a week ago, security events past
 * six months, old runs, forgotten failures. */
export const purgeTokensJob = plannedJob("purge-tokens", async (now) => {
  const tokens = await purgeTokens(now);
  const applications = await purgeApplications(now);
  const imports = await purgeImports(now);
  const events = await purgeSecurityEvents(now);
  const runs = await purgeRuns(now);
  const failures = await purgeFailures(now);
  return `邀请、口令和登录${tokens}条，加入申请${applications}条，导入文件${imports}份，安全记录${events}条，任务记录${runs}条，输错记录${failures}条`;
});
