import { purgeApplications } from "@/features/applications/mutations/purge-applications";
import { purgeDeliveries } from "@/features/deliveries/mutations/purge-deliveries";
import { purgeImports } from "@/features/imports/mutations/end-imports";
import { purgeTokens } from "@/features/invitations/mutations";
import { purgeRuns } from "@/features/jobs/mutations";
import { purgePushes } from "@/features/notices/mutations";
import { purgeSecurityEvents } from "@/features/security-events/mutations";
import { purgeFailures } from "@/features/sessions/mutations/guard-guessing";
import { plannedJob } from "./planned-job";

/** Ended invitations, codes and sessions, applications of 90 days ago, files brought in a week ago, security events past
 * six months, old runs, forgotten failures, the entries of last week in the inboxes, what was sent a month ago. */
export const purgeTokensJob = plannedJob("purge-tokens", async (now) => {
  const tokens = await purgeTokens(now);
  const applications = await purgeApplications(now);
  const imports = await purgeImports(now);
  const events = await purgeSecurityEvents(now);
  const runs = await purgeRuns(now);
  const failures = await purgeFailures(now);
  const pushes = await purgePushes(now);
  const deliveries = await purgeDeliveries(now);
  const people = `邀请、口令和登录${tokens}条，加入申请${applications}条，导入文件${imports}份`;
  return `${people}，安全记录${events}条，任务记录${runs}条，输错记录${failures}条，天天谈消息${pushes}条，发送记录${deliveries}条`;
});
