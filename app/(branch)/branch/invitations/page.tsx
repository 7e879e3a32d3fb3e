import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { JoinCode } from "@/features/applications/components/join-code-box";
import { loadJoinCode } from "@/features/applications/loaders/load-applications";
import { InviteeFilterForm } from "@/features/invitations/components/invitee-filter";
import { InviteeList, inviteesNote } from "@/features/invitations/components/invitee-list";
import { IssueForm } from "@/features/invitations/components/issue-form";
import { loadBranchInvitees, type Params } from "@/features/invitations/loaders/load-invitees";
import { BranchConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "邀请与支部码" };

export default async function BranchInvitationsPage({ searchParams }: { searchParams: Params }) {
  const list = await loadBranchInvitees(searchParams);
  const box = await loadJoinCode();
  return (
    <BranchConsole title="邀请与支部码" place={list.place} current={list.path} who={list.who}>
      <Box title="名单上还没登录过的人" note={inviteesNote(list)}>
        <InviteeFilterForm list={list} />
        <IssueForm list={list} />
        <InviteeList list={list} />
      </Box>
      <Box title="支部码" note={box.waiting === 0 ? "没有等待确认的申请" : `${box.waiting}份申请等待确认`}>
        <JoinCode box={box} />
        {box.waiting === 0 ? null : (
          <p className="px-4 pb-3">
            <a className="btn" href="/branch/applications">
              去看申请
            </a>
          </p>
        )}
      </Box>
    </BranchConsole>
  );
}
