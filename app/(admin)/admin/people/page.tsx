import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { IssueCodeButton } from "@/features/codes/components/issue-button";
import { InviteButton } from "@/features/invitations/components/invite-button";
import { PeopleTable } from "@/features/members/components/people-table";
import { loadAccounts } from "@/features/members/loaders";
import { AdminConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "账号与口令" };

export default async function AccountsPage() {
  const { who, place, people } = await loadAccounts();
  return (
    <AdminConsole title="账号与口令" place={place} current="/admin/people" who={who}>
      <Box title="账号与口令" note={`${people.length}人`}>
        <PeopleTable
          people={people}
          path="/admin/people"
          empty="还没有任何人担任职责"
          help={(person) => {
            if (person.mayIssueCode) return <IssueCodeButton memberId={person.id} name={person.name} />;
            if (person.mayInvite) return <InviteButton memberId={person.id} name={person.name} />;
            return null;
          }}
        />
      </Box>
    </AdminConsole>
  );
}
