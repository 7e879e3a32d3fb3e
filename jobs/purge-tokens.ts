import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { purgeApplications } from "@/features/applications/mutations/purge-applications";
import { purgeDeliveries } from "@/features/deliveries/mutations/purge-deliveries";
import { purgeImports } from "@/features/imports/mutations/end-imports";
import { purgeTokens } from "@/features/invitations/mutations";
import { purgeRuns } from "@/features/jobs/mutations";
import { purgePushes } from "@/features/notices/mutations";
import { purgeSecurityEvents } from "@/features/security-events/mutations";
import { purgeFailures } from "@/features/sessions/mutations/guard-guessing";
import type { Job } from "@/lib/job-runner";

/** Of the day, in Shanghai: a quiet hour. A server that was down then does it at its next start. */
const FROM = "03:30";

/** Once a day: ended invitations, codes and sessions, applications of 90 days ago, files
 * brought in a week ago, security events past six months, old runs, forgotten failures, the entries of last week in the
 * inboxes, what was sent a month ago. */
export const purgeTokensJob: Job = {
  name: "purge-tokens",
  periodOf: (now) => (timeOf(now) >= FROM ? businessDateOf(now) : null),
  run: async (now) => {
    const tokens = await purgeTokens(now);
    const applications = await purgeApplications(now);
    const imports = await purgeImports(now);
    const events = await purgeSecurityEvents(now);
    const runs = await purgeRuns(now);
    const failures = await purgeFailures(now);
    const pushes = await purgePushes(now);
    const deliveries = await purgeDeliveries(now);
    return `${tokens} tokens, ${applications} applications, ${imports} imports, ${events} events, ${runs} runs, ${failures} failures, ${pushes} pushes, ${deliveries} deliveries`;
  },
};
