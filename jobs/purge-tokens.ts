import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { purgeApplications } from "@/features/applications/mutations/purge-applications";
import { purgeImports } from "@/features/imports/mutations/end-imports";
import { purgeTokens } from "@/features/invitations/mutations";
import { purgeRuns } from "@/features/jobs/mutations";
import { purgeSecurityEvents } from "@/features/security-events/mutations";
import { purgeFailures } from "@/features/sessions/mutations/guard-guessing";
import type { Job } from "@/lib/job-runner";

/** Of the day, in Shanghai: a quiet hour. A server that was down then does it at its next start. */
const FROM = "03:30";

/** Once a day: ended invitations, codes and sessions, applications of 90 days ago, files
 * brought in a week ago, security events past six months, old runs, forgotten failures. */
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
    return `${tokens} tokens, ${applications} applications, ${imports} imports, ${events} events, ${runs} runs, ${failures} failures`;
  },
};
