import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { OrganisationConsole } from "@/features/members/components/consoles";
import { EndEmploymentForm } from "@/features/people/components/end-stay-form";
import { TransferBoxes } from "@/features/transfers/components/transfer-list";
import { loadOrganisationTransfers } from "@/features/transfers/loaders";

export const metadata: Metadata = { title: "转接" };

export default async function OrganisationTransfersPage() {
  const page = await loadOrganisationTransfers();
  return (
    <OrganisationConsole title="转接" place={page.place} current={page.path} who={page.who}>
      <TransferBoxes page={page} empty="有人要转进或转出本单位，会出现在这里" />
      {page.request ? (
        <Box title="有人离开了，不转到别处">
          <details className="px-4 py-3">
            <summary className="btn">结束一位职工的工作关系</summary>
            <EndEmploymentForm today={page.request.days.earliest} />
          </details>
        </Box>
      ) : null}
    </OrganisationConsole>
  );
}
