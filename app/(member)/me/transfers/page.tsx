import type { Metadata } from "next";
import { Group, PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { OwnTransferForm } from "@/features/transfers/components/transfer-forms";
import { TransferItems } from "@/features/transfers/components/transfer-list";
import { loadMyTransfers } from "@/features/transfers/loaders";

export const metadata: Metadata = { title: "转接" };

export default async function MyTransfersPage() {
  const { open, agreed, ended, days } = await loadMyTransfers();
  return (
    <PhonePage tab="me" title="转接" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">转接</h1>
      <p className="second mt-4">换了支部或单位，在这里申请。两边同意以后生效，积分和学过的都带着走。</p>
      <Group title="正在办的">
        <div className="card">
          {open.length === 0 ? (
            <Empty title="没有正在办的转接" hint="要转，在下面申请" />
          ) : (
            <TransferItems items={open} withName={false} />
          )}
        </div>
      </Group>
      <Group title="申请转接">
        <div className="card pad">
          <OwnTransferForm days={days} />
        </div>
      </Group>
      {agreed.length > 0 ? (
        <Group title="办好了，还没到日子的">
          <div className="card">
            <TransferItems items={agreed} withName={false} />
          </div>
        </Group>
      ) : null}
      {ended.length > 0 ? (
        <Group title="办过的">
          <div className="card">
            <TransferItems items={ended} withName={false} />
          </div>
        </Group>
      ) : null}
    </PhonePage>
  );
}
