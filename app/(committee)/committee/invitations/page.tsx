import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { InviteeFilterForm } from "@/features/invitations/components/invitee-filter";
import { InviteeList, inviteesNote } from "@/features/invitations/components/invitee-list";
import { IssueForm } from "@/features/invitations/components/issue-form";
import { loadZoneInvitees, type Params } from "@/features/invitations/loaders/load-invitees";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "批量邀请" };

export default async function ZoneInvitationsPage({ searchParams }: { searchParams: Params }) {
  const list = await loadZoneInvitees(searchParams);
  return (
    <CommitteeConsole title="批量邀请" place={list.place} current={list.path} who={list.who}>
      <Box title="还没登录过的人" note={inviteesNote(list)}>
        <InviteeFilterForm list={list} />
        {list.mayIssue ? <IssueForm list={list} /> : null}
        <InviteeList list={list} />
      </Box>
    </CommitteeConsole>
  );
}
