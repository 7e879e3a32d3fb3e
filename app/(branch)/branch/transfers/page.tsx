import type { Metadata } from "next";
import { BranchConsole } from "@/features/members/components/consoles";
import { TransferBoxes } from "@/features/transfers/components/transfer-list";
import { loadBranchTransfers } from "@/features/transfers/loaders";

export const metadata: Metadata = { title: "转接" };

export default async function BranchTransfersPage() {
  const page = await loadBranchTransfers();
  return (
    <BranchConsole title="转接" place={page.place} current={page.path} who={page.who}>
      <TransferBoxes page={page} empty="有人要转进或转出本支部，会出现在这里" />
    </BranchConsole>
  );
}
