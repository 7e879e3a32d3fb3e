import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty, Panel } from "@/components/ui/state";
import { ReceiptCard } from "@/features/receipts/components/receipt-card";
import { loadReceipt } from "@/features/receipts/loaders";

export const metadata: Metadata = { title: "核验回执", robots: { index: false }, referrer: "no-referrer" };

/** Anybody who has the number may check a receipt; it does not say whose it is. */
export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const receipt = await loadReceipt(decodeURIComponent(id));
  return (
    <PhonePage title="核验回执" back={{ href: "/", label: "回到今日" }}>
      <h1 className="vh">核验回执</h1>
      {receipt ? (
        <div className="grid gap-5 pt-4">
          {receipt.isSigned && receipt.isUnchanged ? (
            <Panel tone="ok" title="回执有效。">
              签名由本平台作出，保存的答案和交卷时一致。
            </Panel>
          ) : (
            <Panel tone="bad" title="回执和签名对不上。">
              这份记录可能被改动过。原来的回执仍可用公布的公钥核验，请把它交给管理员。
            </Panel>
          )}
          <ReceiptCard receipt={receipt} />
        </div>
      ) : (
        <Empty
          title="没有这份回执"
          hint="请核对回执编号，形如ZJ7K-3F82-91C4，字母不分大小写。编号没错而找不到，说明它不是本平台出的。"
          action={{ href: "/", label: "回到今日" }}
        />
      )}
    </PhonePage>
  );
}
