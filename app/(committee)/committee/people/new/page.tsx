import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { NewPersonForm } from "@/features/people/components/new-person-form";
import { loadNewPerson } from "@/features/people/loaders/add-person";

export const metadata: Metadata = { title: "登记新人" };

export default async function NewPersonPage() {
  const { who, place, places, today, mayBeNowhere } = await loadNewPerson();
  return (
    <CommitteeConsole title="登记新人" place={place} current="/committee/people" who={who}>
      <Box title="登记新人">
        <NewPersonForm {...places} today={today} mayBeNowhere={mayBeNowhere} />
      </Box>
    </CommitteeConsole>
  );
}
