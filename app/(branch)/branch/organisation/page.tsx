import type { Metadata } from "next";
import { OrganisationFigures } from "@/features/figures/components/organisation-figures";
import { loadOwnOrganisation, type Params } from "@/features/figures/loaders/organisation";
import { OrganisationConsole } from "@/features/members/components/consoles";
import { ReminderNote } from "@/features/reminders/components/reminder-list";
import { loadOrganisationReminders } from "@/features/reminders/loaders/reminders";

export const metadata: Metadata = { title: "本单位" };

/** 本单位: exactly what the committee sees of the organisation, and how to say that a figure is not so. */
export default async function OwnOrganisationPage({ searchParams }: { searchParams: Params }) {
  const [{ who, place, figures }, reminders] = await Promise.all([
    loadOwnOrganisation(searchParams),
    loadOrganisationReminders("/branch/organisation"),
  ]);
  return (
    <OrganisationConsole title="本单位" place={place} current={figures.path} who={who}>
      <ReminderNote reminders={reminders.reminders} href={reminders.path} />
      <OrganisationFigures page={figures} />
    </OrganisationConsole>
  );
}
