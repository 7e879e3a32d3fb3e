import type { Metadata } from "next";
import { OrganisationConsole } from "@/features/members/components/consoles";
import { TransferBoxes } from "@/features/transfers/components/transfer-list";
import { loadOrganisationTransfers } from "@/features/transfers/loaders";

export const metadata: Metadata = { title: "转接" };

export default async function OrganisationTransfersPage() {
  const page = await loadOrganisationTransfers();
  return (
    <OrganisationConsole title="转接" place={page.place} current={page.path} who={page.who}>
      <TransferBoxes page={page} empty="有人要转进或转出本单位，会出现在这里" />
    </OrganisationConsole>
  );
}
