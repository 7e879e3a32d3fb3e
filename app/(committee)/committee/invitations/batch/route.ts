import { can } from "@/domain/access/can";
import { fileRoute, readForm } from "@/features/access/gates/file";
import { batchReply } from "@/features/invitations/document";
import { issueInvitations } from "@/features/invitations/mutations";
import { issueInvitationsSchema } from "@/features/invitations/schema";
import { env } from "@/lib/env";

/** Invitations for those chosen in the zone or the station, as a spreadsheet or as slips. The tokens exist in this reply alone. */
export const POST = fileRoute({
  permission: "invitation.issue",
  handle: async ({ request, scopes, actor, session, now }) => {
    const { format, ...filter } = await readForm(request, issueInvitationsSchema);
    const may = (person: Parameters<typeof can>[2]): boolean => can(actor, "invitation.issue", person);
    const batch = await issueInvitations(scopes.zone(), { filter, may, actorId: session.memberId, now });
    return batchReply(batch, { format, publicUrl: env().PUBLIC_URL });
  },
});
