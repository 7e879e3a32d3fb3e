import type { Metadata } from "next";
import { Box, ConsolePage } from "@/components/layout/console-page";
import { IssueCodeButton } from "@/features/codes/components/issue-button";
import { InviteButton } from "@/features/invitations/components/invite-button";
import { PeopleTable } from "@/features/members/components/people-table";
import { ADMIN_LINKS } from "@/features/members/constants";
import { loadAccounts } from "@/features/members/loaders";

export const metadata: Metadata = { title: "账号与口令" };

export default async function AccountsPage() {
  const { who, place, people } = await loadAccounts();
  return (
    <ConsolePage title="账号与口令" place={place} current="/admin/people" links={ADMIN_LINKS} who={who}>
      <Box title="账号与口令" note={`${people.length}人`}>
        <PeopleTable
          people={people}
          empty="还没有任何人担任职责"
          help={(person) => {
            if (person.mayIssueCode) return <IssueCodeButton memberId={person.id} name={person.name} />;
            if (person.mayInvite) return <InviteButton memberId={person.id} name={person.name} />;
            return null;
          }}
        />
      </Box>
    </ConsolePage>
  );
}
