import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { StatusCard } from "@/features/applications/components/status-card";
import { SecretReader } from "@/features/applications/components/status-forms";
import { loadStatus } from "@/features/applications/loaders/load-join";

export const metadata: Metadata = { title: "申请的结果", robots: { index: false }, referrer: "same-origin" };

/** Where an applicant sees what became of it: by the cookie of the browser, or by the private address. */
export default async function JoinStatusPage() {
  const page = await loadStatus();
  return (
    <PhonePage title="申请的结果" back={{ href: "/", label: "回到今日" }}>
      <h1 className="vh">申请的结果</h1>
      <div className="grid gap-5 pt-6">
        {page ? (
          <StatusCard {...page} />
        ) : (
          <>
            <SecretReader />
            <Empty
              title="这个浏览器里没有申请"
              hint="填过申请的，请用当时的浏览器打开，或者打开存下来的网址。申请保存90天。"
              action={{ href: "/sign-in", label: "已有密码，去登录" }}
            />
          </>
        )}
      </div>
    </PhonePage>
  );
}
