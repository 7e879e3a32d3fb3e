import type { Metadata } from "next";
import { OrganisationFigures } from "@/features/figures/components/organisation-figures";
import { loadOwnOrganisation, type Params } from "@/features/figures/loaders/organisation";
import { OrganisationConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "本单位" };

/** 本单位: exactly what the committee sees of the organisation, and how to say that a figure is not so. */
export default async function OwnOrganisationPage({ searchParams }: { searchParams: Params }) {
  const { who, place, figures } = await loadOwnOrganisation(searchParams);
  return (
    <OrganisationConsole title="本单位" place={place} current={figures.path} who={who}>
      <OrganisationFigures page={figures} />
    </OrganisationConsole>
  );
}
