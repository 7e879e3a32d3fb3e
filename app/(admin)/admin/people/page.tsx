import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { IssueCodeButton } from "@/features/codes/components/issue-button";
import { InviteButton } from "@/features/invitations/components/invite-button";
import { AdminConsole } from "@/features/members/components/consoles";
import { PeopleFilterForm } from "@/features/people/components/people-filter";
import { PeopleList } from "@/features/people/components/people-list";
import { loadAccounts, type Params } from "@/features/people/loaders/list-people";
import { LapsingBox } from "@/features/roles/components/roles-box";

export const metadata: Metadata = { title: "账号与口令" };

export default async function AccountsPage({ searchParams }: { searchParams: Params }) {
  const list = await loadAccounts(searchParams);
  return (
    <AdminConsole title="账号与口令" place={list.place} current={list.path} who={list.who}>
      <LapsingBox lapses={list.lapses} />
      <Box title="账号与口令" note={`${list.total}人`}>
        <PeopleFilterForm list={list} />
        <PeopleList
          list={list}
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
