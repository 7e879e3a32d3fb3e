import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { IssueCodeButton } from "@/features/codes/components/issue-button";
import { InviteButton } from "@/features/invitations/components/invite-button";
import { BranchConsole } from "@/features/members/components/consoles";
import { PeopleFilterForm } from "@/features/people/components/people-filter";
import { PeopleList } from "@/features/people/components/people-list";
import { loadBranchPeople, type Params } from "@/features/people/loaders/list-people";
import { LapsingBox } from "@/features/roles/components/roles-box";

export const metadata: Metadata = { title: "支部党员" };

export default async function BranchPeoplePage({ searchParams }: { searchParams: Params }) {
  const list = await loadBranchPeople(searchParams);
  return (
    <BranchConsole title="支部党员" place={list.place} current={list.path} who={list.who}>
      <LapsingBox lapses={list.lapses} />
      <Box title="支部党员" note={`${list.total}人`}>
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
    </BranchConsole>
  );
}
