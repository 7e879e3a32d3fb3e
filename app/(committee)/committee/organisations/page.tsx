import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { OrganisationFilterForm } from "@/features/organisations/components/organisation-filter";
import { OrganisationTable } from "@/features/organisations/components/organisation-table";
import { loadRegister, type Params } from "@/features/organisations/loaders";

export const metadata: Metadata = { title: "两新组织" };

export default async function OrganisationsPage({ searchParams }: { searchParams: Params }) {
  const page = await loadRegister(searchParams);
  return (
    <CommitteeConsole title="两新组织" place={page.place} current={page.path} who={page.who}>
      <Box title="两新组织" note={`${page.total}家`}>
        {page.mayCreate ? (
          <p className="px-4 pt-3">
            <a className="btn" href={`${page.path}/new`}>
              登记组织
            </a>
          </p>
        ) : null}
        {page.total === 0 && page.words === "" ? null : <OrganisationFilterForm page={page} />}
        <OrganisationTable page={page} />
      </Box>
    </CommitteeConsole>
  );
}
