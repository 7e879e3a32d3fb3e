import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { IssueCodeButton } from "@/features/codes/components/issue-button";
import { InviteButton } from "@/features/invitations/components/invite-button";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { PeopleFilterForm } from "@/features/people/components/people-filter";
import { PeopleList } from "@/features/people/components/people-list";
import { loadZonePeople, type Params } from "@/features/people/loaders/list-people";
import { LapsingBox } from "@/features/roles/components/roles-box";

export const metadata: Metadata = { title: "党员" };

export default async function ZonePeoplePage({ searchParams }: { searchParams: Params }) {
  const list = await loadZonePeople(searchParams);
  return (
    <CommitteeConsole title="党员" place={list.place} current={list.path} who={list.who}>
      <LapsingBox lapses={list.lapses} />
      <Box title="党员" note={`${list.total}人`}>
        {list.mayCreate ? (
          <p className="px-4 pt-3">
            <a className="btn" href="/committee/people/new">
              登记新人
            </a>
          </p>
        ) : null}
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
    </CommitteeConsole>
  );
}
