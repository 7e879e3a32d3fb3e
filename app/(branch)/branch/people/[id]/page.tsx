import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { HistoryList } from "@/features/audit/components/history-list";
import { IssueCodeButton } from "@/features/codes/components/issue-button";
import { InviteButton } from "@/features/invitations/components/invite-button";
import { BranchConsole } from "@/features/members/components/consoles";
import { PersonBody } from "@/features/people/components/person-body";
import { loadBranchPerson } from "@/features/people/loaders/show-person";
import { RolesBox } from "@/features/roles/components/roles-box";
import { MovesBox } from "@/features/transfers/components/transfer-list";

export const metadata: Metadata = { title: "党员" };

export default async function BranchPersonPage({ params }: { params: Promise<{ id: string }> }) {
  const page = await loadBranchPerson((await params).id);
  const { person, may } = page;
  return (
    <BranchConsole title={person.name} place={page.place} current={page.path} who={page.who}>
      <PersonBody
        page={page}
        help={
          may.issueCode ? (
            <IssueCodeButton memberId={person.id} name={person.name} />
          ) : may.invite ? (
            <InviteButton memberId={person.id} name={person.name} />
          ) : null
        }
        roles={<RolesBox roles={page.roles} memberId={person.id} today={page.today} />}
        transfers={<MovesBox moves={page.moves} memberId={person.id} />}
        history={
          page.history ? (
            <Box title="经过">
              <HistoryList lines={page.history} />
            </Box>
          ) : null
        }
      />
    </BranchConsole>
  );
}
