import type { Metadata } from "next";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { TransferBoxes } from "@/features/transfers/components/transfer-list";
import { loadZoneTransfers } from "@/features/transfers/loaders";

export const metadata: Metadata = { title: "转接" };

export default async function ZoneTransfersPage() {
  const page = await loadZoneTransfers();
  return (
    <CommitteeConsole title="转接" place={page.place} current={page.path} who={page.who}>
      <TransferBoxes page={page} empty="有人要换支部或换单位，会出现在这里；没有书记或党务工作者的一边，由工委同意" />
    </CommitteeConsole>
  );
}
