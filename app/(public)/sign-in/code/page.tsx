import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { RedeemForm } from "@/features/codes/components/redeem-form";

export const metadata: Metadata = { title: "设新密码" };

export default function RedeemCodePage() {
  return (
    <PhonePage title="设新密码" back={{ href: "/sign-in", label: "回到登录" }}>
      <div className="grid gap-5 pt-6">
        <h1 className="serif-title">用一次性口令设新密码</h1>
        <RedeemForm />
      </div>
    </PhonePage>
  );
}
