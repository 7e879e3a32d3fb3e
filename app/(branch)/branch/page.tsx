import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { IssueCodeButton } from "@/features/codes/components/issue-button";
import { InviteButton } from "@/features/invitations/components/invite-button";
import { PeopleTable } from "@/features/members/components/people-table";
import { loadBranchPeople } from "@/features/members/loaders";
import { BranchConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "支部" };

export default async function BranchPage() {
  const { who, place, people } = await loadBranchPeople("/branch");
  return (
    <BranchConsole title="支部" place={place} current="/branch" who={who}>
      <Box title="支部党员" note={`${people.length}人`}>
        <PeopleTable
          people={people}
          path="/branch/people"
          empty="这个支部还没有党员"
          help={(person) => {
            if (person.mayIssueCode) return <IssueCodeButton memberId={person.id} name={person.name} />;
            if (person.mayInvite) return <InviteButton memberId={person.id} name={person.name} />;
            return null;
          }}
        />
      </Box>
    </BranchConsole>
  );
}
